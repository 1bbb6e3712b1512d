package dev.migrator.operation;

import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;

/**
 * Drops a table with everything on it.
 *
 * @param table the table, whole, so that it can be created again
 */
public record DropTable(Table table) implements SchemaChange {

  @Override
  public SchemaChange inverse() {
    return new CreateTable(table);
  }

  @Override
  public boolean losesData() {
    return true;
  }

  @Override
  public String describe() {
    return "drop table " + table.name();
  }

  @Override
  public Schema applyTo(Schema before) {
    return new Effect(this, before).removeTable(table.name());
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
