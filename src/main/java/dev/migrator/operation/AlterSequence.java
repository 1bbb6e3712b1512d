package dev.migrator.operation;

import dev.migrator.schema.ColumnType;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.SequenceOwner;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Changes attributes of a sequence. Only those that change are present, so that two branches that
 * alter one sequence merge. The number that comes next stays what it was.
 *
 * @param name the sequence
 * @param type the type of its numbers, before and after
 * @param start the first number, before and after
 * @param increment what is added, before and after
 * @param minimum the least number, before and after; empty is the type's own bound
 * @param maximum the greatest number, before and after; empty is the type's own bound
 * @param cache how many numbers a session takes in advance, before and after
 * @param cycle whether it begins anew, before and after
 * @param owner the column with which it is dropped, before and after; empty is none
 */
public record AlterSequence(
    QualifiedName name,
    Optional<Change<ColumnType>> type,
    Optional<Change<Long>> start,
    Optional<Change<Long>> increment,
    Optional<Change<Optional<Long>>> minimum,
    Optional<Change<Optional<Long>>> maximum,
    Optional<Change<Long>> cache,
    Optional<Change<Boolean>> cycle,
    Optional<Change<Optional<SequenceOwner>>> owner)
    implements SchemaChange {

  public AlterSequence {
    if (Stream.of(type, start, increment, minimum, maximum, cache, cycle, owner)
        .allMatch(Optional::isEmpty)) {
      throw new IllegalArgumentException(
          "an alteration of sequence %s changes nothing".formatted(name));
    }
  }

  /** What leads from one form of a sequence to another, which has to differ. */
  public static AlterSequence between(Sequence before, Sequence after) {
    return new AlterSequence(
        after.name(),
        Change.between(before, after, Sequence::type),
        Change.between(before, after, Sequence::start),
        Change.between(before, after, Sequence::increment),
        Change.between(before, after, Sequence::minimum),
        Change.between(before, after, Sequence::maximum),
        Change.between(before, after, Sequence::cache),
        Change.between(before, after, Sequence::cycle),
        Change.between(before, after, Sequence::owner));
  }

  @Override
  public SchemaChange inverse() {
    return new AlterSequence(
        name,
        type.map(Change::inverse),
        start.map(Change::inverse),
        increment.map(Change::inverse),
        minimum.map(Change::inverse),
        maximum.map(Change::inverse),
        cache.map(Change::inverse),
        cycle.map(Change::inverse),
        owner.map(Change::inverse));
  }

  @Override
  public String describe() {
    return "alter sequence %s (%s)".formatted(name, String.join(", ", changes()));
  }

  private List<String> changes() {
    return Stream.of(
            change("type", type, ColumnType::spelling),
            change("start", start, String::valueOf),
            change("increment", increment, String::valueOf),
            change("minimum", minimum, AlterSequence::bound),
            change("maximum", maximum, AlterSequence::bound),
            change("cache", cache, String::valueOf),
            change("cycle", cycle, String::valueOf),
            change("owner", owner, AlterSequence::owner))
        .flatMap(Optional::stream)
        .toList();
  }

  private static <T> Optional<String> change(
      String attribute, Optional<Change<T>> change, Function<T, String> text) {
    return change.map(
        found ->
            "%s %s to %s".formatted(attribute, text.apply(found.from()), text.apply(found.to())));
  }

  private static String owner(Optional<SequenceOwner> owner) {
    return owner.map(column -> column.table() + "." + column.column()).orElse("none");
  }

  private static String bound(Optional<Long> bound) {
    return bound.map(String::valueOf).orElse("of the type");
  }

  @Override
  public Schema applyTo(Schema before) {
    return new Effect(this, before).alterSequence(name, this::applyTo);
  }

  /** The sequence with the changed attributes. */
  public Sequence applyTo(Sequence before) {
    return new Sequence(
        before.name(),
        type.map(Change::to).orElse(before.type()),
        start.map(Change::to).orElse(before.start()),
        increment.map(Change::to).orElse(before.increment()),
        minimum.map(Change::to).orElse(before.minimum()),
        maximum.map(Change::to).orElse(before.maximum()),
        cache.map(Change::to).orElse(before.cache()),
        cycle.map(Change::to).orElse(before.cycle()),
        owner.map(Change::to).orElse(before.owner()));
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
