package dev.migrator.operation;

import dev.migrator.schema.Index;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;

/**
 * Drops an index of a table.
 *
 * @param table the table
 * @param index what is dropped, whole, so that it can be added again
 */
public record DropIndex(QualifiedName table, Index index) implements SchemaChange {

  @Override
  public SchemaChange inverse() {
    return new CreateIndex(table, index);
  }

  @Override
  public String describe() {
    return "drop index" + Effect.label(index.name()) + " on " + table;
  }

  @Override
  public Schema applyTo(Schema before) {
    return new ItemEffect(this, before).removeIndex(table, index);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
