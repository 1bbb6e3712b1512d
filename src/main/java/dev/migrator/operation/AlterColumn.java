package dev.migrator.operation;

import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Identity;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Changes attributes of a column. Only those that change are present, so that two branches that
 * alter one column merge.
 *
 * @param table the table
 * @param column the column
 * @param type the type before and after
 * @param nullable whether it takes NULL, before and after
 * @param defaultValue the default before and after; empty is none
 * @param identity the identity before and after; empty is none
 */
public record AlterColumn(
    QualifiedName table,
    String column,
    Optional<Change<ColumnType>> type,
    Optional<Change<Boolean>> nullable,
    Optional<Change<Optional<Expression>>> defaultValue,
    Optional<Change<Optional<Identity>>> identity)
    implements SchemaChange {

  public AlterColumn {
    if (type.isEmpty() && nullable.isEmpty() && defaultValue.isEmpty() && identity.isEmpty()) {
      throw new IllegalArgumentException(
          "an alteration of %s.%s changes nothing".formatted(table, column));
    }
  }

  @Override
  public SchemaChange inverse() {
    return new AlterColumn(
        table,
        column,
        type.map(Change::inverse),
        nullable.map(Change::inverse),
        defaultValue.map(Change::inverse),
        identity.map(Change::inverse));
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
    Column after = type.map(change -> before.withType(change.to())).orElse(before);
    after = nullable.isPresent() ? after.withNullable(nullable.get().to()) : after;
    after = defaultValue.isPresent() ? after.withDefault(defaultValue.get().to()) : after;
    return identity.isPresent() ? after.withIdentity(identity.get().to()) : after;
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
    return changes;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
