package dev.migrator.operation;

import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;

/**
 * Drops a foreign key of a table.
 *
 * @param table the table
 * @param foreignKey what is dropped, whole, so that it can be added again
 */
public record DropForeignKey(QualifiedName table, ForeignKey foreignKey) implements SchemaChange {

  @Override
  public SchemaChange inverse() {
    return new AddForeignKey(table, foreignKey);
  }

  @Override
  public String describe() {
    return "drop foreign key" + Effect.label(foreignKey.name()) + " on " + table;
  }

  @Override
  public Schema applyTo(Schema before) {
    return new ItemEffect(this, before).removeForeignKey(table, foreignKey);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
