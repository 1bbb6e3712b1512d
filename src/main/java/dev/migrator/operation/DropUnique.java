package dev.migrator.operation;

import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.UniqueConstraint;

/**
 * Drops a unique constraint of a table.
 *
 * @param table the table
 * @param unique what is dropped, whole, so that it can be added again
 */
public record DropUnique(QualifiedName table, UniqueConstraint unique) implements SchemaChange {

  @Override
  public SchemaChange inverse() {
    return new AddUnique(table, unique);
  }

  @Override
  public String describe() {
    return "drop unique constraint" + Effect.label(unique.name()) + " on " + table;
  }

  @Override
  public Schema applyTo(Schema before) {
    return new ItemEffect(this, before).removeUnique(table, unique);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
