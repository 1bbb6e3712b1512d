package dev.migrator.operation;

import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;

/**
 * Renames a column; constraints and indexes on it follow.
 *
 * @param table the table
 * @param from the name before
 * @param to the name after
 */
public record RenameColumn(QualifiedName table, String from, String to) implements SchemaChange {

  @Override
  public SchemaChange inverse() {
    return new RenameColumn(table, to, from);
  }

  @Override
  public String describe() {
    return "rename column %s.%s to %s".formatted(table, from, to);
  }

  @Override
  public Schema applyTo(Schema before) {
    return new Effect(this, before).renameColumn(table, from, to);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
