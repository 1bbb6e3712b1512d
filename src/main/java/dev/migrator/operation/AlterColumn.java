package dev.migrator.operation;

import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnOptions;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Generated;
import dev.migrator.schema.Identity;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Changes attributes of a column. Only those that change are present, so that two branches that
 * alter one column merge.
 *
 * @param table the table
 * @param column the column
 * @param type the type before and after, and how the values are converted
 * @param nullable whether it takes NULL, before and after
 * @param defaultValue the default before and after; empty is none
 * @param identity the identity before and after; empty is none
 * @param collation the collation before and after; empty is the database's
 * @param generated how it is computed, before and after; empty is not at all
 * @param options how it is kept, before and after
 */
public record AlterColumn(
    QualifiedName table,
    String column,
    Optional<TypeChange> type,
    Optional<Change<Boolean>> nullable,
    Optional<Change<Optional<Expression>>> defaultValue,
    Optional<Change<Optional<Identity>>> identity,
    Optional<Change<Optional<String>>> collation,
    Optional<Change<Optional<Generated>>> generated,
    Optional<Change<ColumnOptions>> options)
    implements SchemaChange {

  public AlterColumn {
    if (Stream.of(type, nullable, defaultValue, identity, collation, generated, options)
        .allMatch(Optional::isEmpty)) {
      throw new IllegalArgumentException(
          "an alteration of %s.%s changes nothing".formatted(table, column));
    }
  }

  /** What leads from one form of a column to another, which has to differ in more than comments. */
  public static AlterColumn between(QualifiedName table, Column before, Column after) {
    return new AlterColumn(
        table,
        after.name(),
        TypeChange.between(before, after),
        Change.between(before, after, Column::nullable),
        Change.between(before, after, Column::defaultValue),
        Change.between(before, after, Column::identity),
        Change.between(before, after, Column::collation),
        Change.between(before, after, Column::generated),
        Change.between(before, after, Column::options));
  }

  /** The same with a word on how the values are converted to the new type. */
  public AlterColumn withUsing(Using using) {
    return new AlterColumn(
        table,
        column,
        type.map(change -> change.withUsing(using)),
        nullable,
        defaultValue,
        identity,
        collation,
        generated,
        options);
  }

  @Override
  public SchemaChange inverse() {
    return new AlterColumn(
        table,
        column,
        type.map(TypeChange::inverse),
        nullable.map(Change::inverse),
        defaultValue.map(Change::inverse),
        identity.map(Change::inverse),
        collation.map(Change::inverse),
        generated.map(Change::inverse),
        options.map(Change::inverse));
  }

  /** A value that is rounded or cut, or makes way for a computed one. */
  @Override
  public boolean losesData() {
    boolean computed =
        generated.filter(change -> change.from().isEmpty() && change.to().isPresent()).isPresent();
    return computed
        || type.filter(change -> Precision.isLost(change.from(), change.to())).isPresent();
  }

  @Override
  public String describe() {
    return "alter column %s.%s (%s)".formatted(table, column, String.join(", ", changes()));
  }

  @Override
  public Schema applyTo(Schema before) {
    return new Effect(this, before).alterColumn(table, column, this::applyTo);
  }

  /** The column with the changed attributes. */
  public Column applyTo(Column before) {
    return new Column(
        before.name(),
        type.map(TypeChange::to).orElse(before.type()),
        nullable.map(Change::to).orElse(before.nullable()),
        collation.map(Change::to).orElse(before.collation()),
        defaultValue.map(Change::to).orElse(before.defaultValue()),
        identity.map(Change::to).orElse(before.identity()),
        generated.map(Change::to).orElse(before.generated()),
        before.comment(),
        options.map(Change::to).orElse(before.options()));
  }

  private List<String> changes() {
    List<String> changes = new ArrayList<>();
    type.ifPresent(
        change ->
            changes.add(
                "type %s to %s".formatted(change.from().spelling(), change.to().spelling())));
    nullable.ifPresent(change -> changes.add(change.to() ? "drop not null" : "set not null"));
    defaultValue.ifPresent(
        change -> changes.add(change.to().map(value -> "default " + value).orElse("drop default")));
    identity.ifPresent(
        change -> changes.add(change.to().isPresent() ? "add identity" : "drop identity"));
    collation.ifPresent(
        change ->
            changes.add(change.to().map(name -> "collation " + name).orElse("drop collation")));
    generated.ifPresent(
        change ->
            changes.add(
                change
                    .to()
                    .map(computed -> "generated as " + computed.expression())
                    .orElse("no longer generated")));
    options.ifPresent(change -> changes.add("options"));
    return changes;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
