package dev.migrator.operation;

import dev.migrator.schema.Column;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;

/**
 * Adds a column at a table's end.
 *
 * @param table the table
 * @param column the column
 */
public record AddColumn(QualifiedName table, Column column) implements SchemaChange {

  @Override
  public SchemaChange inverse() {
    return new DropColumn(table, column);
  }

  @Override
  public String describe() {
    return "add column %s.%s".formatted(table, column.name());
  }

  @Override
  public Schema applyTo(Schema before) {
    return new Effect(this, before).addColumn(table, column);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
