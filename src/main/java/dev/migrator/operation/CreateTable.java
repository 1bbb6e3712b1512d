package dev.migrator.operation;

import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;

/**
 * Creates a table with everything on it, indexes and comments included.
 *
 * @param table the table
 */
public record CreateTable(Table table) implements SchemaChange {

  @Override
  public SchemaChange inverse() {
    return new DropTable(table);
  }

  @Override
  public String describe() {
    return "create table " + table.name();
  }

  @Override
  public Schema applyTo(Schema before) {
    return new Effect(this, before).addTable(table);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
