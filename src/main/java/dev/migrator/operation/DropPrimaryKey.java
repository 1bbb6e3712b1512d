package dev.migrator.operation;

import dev.migrator.schema.PrimaryKey;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;

/**
 * Drops the primary key of a table.
 *
 * @param table the table
 * @param primaryKey what is dropped, whole, so that it can be added again
 */
public record DropPrimaryKey(QualifiedName table, PrimaryKey primaryKey) implements SchemaChange {

  @Override
  public SchemaChange inverse() {
    return new AddPrimaryKey(table, primaryKey);
  }

  @Override
  public String describe() {
    return "drop primary key" + Effect.label(primaryKey.name()) + " on " + table;
  }

  @Override
  public Schema applyTo(Schema before) {
    return new ItemEffect(this, before).removePrimaryKey(table);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
