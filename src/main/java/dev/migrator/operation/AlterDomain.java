package dev.migrator.operation;

import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Domain;
import dev.migrator.schema.Expression;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Changes what a domain says of its values. Only what changes is present, so that two branches that
 * alter one domain merge. Its type and collation stay: no database changes those.
 *
 * @param name the domain
 * @param nullable whether it takes NULL, before and after
 * @param defaultValue the default, before and after
 * @param droppedChecks the checks that go
 * @param addedChecks the checks that come
 * @param comment the comment, before and after
 */
public record AlterDomain(
    QualifiedName name,
    Optional<Change<Boolean>> nullable,
    Optional<Change<Optional<Expression>>> defaultValue,
    List<CheckConstraint> droppedChecks,
    List<CheckConstraint> addedChecks,
    Optional<Change<Optional<String>>> comment)
    implements SchemaChange {

  public AlterDomain {
    droppedChecks = List.copyOf(droppedChecks);
    addedChecks = List.copyOf(addedChecks);
    if (Stream.of(nullable, defaultValue, comment).allMatch(Optional::isEmpty)
        && droppedChecks.isEmpty()
        && addedChecks.isEmpty()) {
      throw new IllegalArgumentException(
          "an alteration of domain %s changes nothing".formatted(name));
    }
  }

  /** What leads from one form of a domain to another of the same type, which has to differ. */
  public static AlterDomain between(Domain before, Domain after) {
    return new AlterDomain(
        after.name(),
        Change.between(before, after, Domain::nullable),
        Change.between(before, after, Domain::defaultValue),
        without(before.checks(), after.checks()),
        without(after.checks(), before.checks()),
        Change.between(before, after, Domain::comment));
  }

  private static List<CheckConstraint> without(
      List<CheckConstraint> checks, List<CheckConstraint> others) {
    return checks.stream().filter(Predicate.not(others::contains)).toList();
  }

  @Override
  public SchemaChange inverse() {
    return new AlterDomain(
        name,
        nullable.map(Change::inverse),
        defaultValue.map(Change::inverse),
        addedChecks,
        droppedChecks,
        comment.map(Change::inverse));
  }

  @Override
  public String describe() {
    return "alter domain %s (%s)".formatted(name, String.join(", ", changes()));
  }

  private List<String> changes() {
    List<String> changes = new ArrayList<>();
    nullable.ifPresent(change -> changes.add(change.to() ? "nullable" : "not null"));
    defaultValue.ifPresent(
        change ->
            changes.add(change.to().map(value -> "default " + value).orElse("without a default")));
    droppedChecks.forEach(check -> changes.add("drop check" + Effect.label(check.name())));
    addedChecks.forEach(check -> changes.add("add check" + Effect.label(check.name())));
    comment.ifPresent(change -> changes.add("comment"));
    return changes;
  }

  @Override
  public Schema applyTo(Schema before) {
    return new Effect(this, before).alterDomain(name, this::applyTo);
  }

  /** The domain with the changes. A check that goes is found by its name, where it has one. */
  public Domain applyTo(Domain before) {
    List<CheckConstraint> checks = new ArrayList<>(before.checks());
    droppedChecks.forEach(dropped -> checks.removeIf(check -> isSame(check, dropped)));
    checks.addAll(addedChecks);
    return before
        .withNullable(nullable.map(Change::to).orElse(before.nullable()))
        .withDefault(defaultValue.map(Change::to).orElse(before.defaultValue()))
        .withChecks(checks)
        .withComment(comment.map(Change::to).orElse(before.comment()));
  }

  private static boolean isSame(CheckConstraint check, CheckConstraint dropped) {
    return dropped.name().isPresent()
        ? check.name().equals(dropped.name())
        : check.withName(Optional.empty()).equals(dropped);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
