package dev.migrator.operation;

import dev.migrator.schema.PrimaryKey;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;

/**
 * Adds the primary key to a table.
 *
 * @param table the table
 * @param primaryKey what is added
 */
public record AddPrimaryKey(QualifiedName table, PrimaryKey primaryKey) implements SchemaChange {

  @Override
  public SchemaChange inverse() {
    return new DropPrimaryKey(table, primaryKey);
  }

  @Override
  public String describe() {
    return "add primary key" + Effect.label(primaryKey.name()) + " on " + table;
  }

  @Override
  public Schema applyTo(Schema before) {
    return new ItemEffect(this, before).addPrimaryKey(table, primaryKey);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
