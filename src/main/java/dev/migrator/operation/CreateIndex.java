package dev.migrator.operation;

import dev.migrator.schema.Index;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;

/**
 * Adds an index to a table.
 *
 * @param table the table
 * @param index what is added
 */
public record CreateIndex(QualifiedName table, Index index) implements SchemaChange {

  @Override
  public SchemaChange inverse() {
    return new DropIndex(table, index);
  }

  @Override
  public String describe() {
    return "create index" + Effect.label(index.name()) + " on " + table;
  }

  @Override
  public Schema applyTo(Schema before) {
    return new ItemEffect(this, before).addIndex(table, index);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
