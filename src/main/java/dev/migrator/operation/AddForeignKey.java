package dev.migrator.operation;

import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;

/**
 * Adds a foreign key to a table.
 *
 * @param table the table
 * @param foreignKey what is added
 */
public record AddForeignKey(QualifiedName table, ForeignKey foreignKey) implements SchemaChange {

  @Override
  public SchemaChange inverse() {
    return new DropForeignKey(table, foreignKey);
  }

  @Override
  public String describe() {
    return "add foreign key" + Effect.label(foreignKey.name()) + " on " + table;
  }

  @Override
  public Schema applyTo(Schema before) {
    return new ItemEffect(this, before).addForeignKey(table, foreignKey);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
