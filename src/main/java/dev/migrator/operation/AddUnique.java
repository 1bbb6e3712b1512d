package dev.migrator.operation;

import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.UniqueConstraint;

/**
 * Adds a unique constraint to a table.
 *
 * @param table the table
 * @param unique what is added
 */
public record AddUnique(QualifiedName table, UniqueConstraint unique) implements SchemaChange {

  @Override
  public SchemaChange inverse() {
    return new DropUnique(table, unique);
  }

  @Override
  public String describe() {
    return "add unique constraint" + Effect.label(unique.name()) + " on " + table;
  }

  @Override
  public Schema applyTo(Schema before) {
    return new ItemEffect(this, before).addUnique(table, unique);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
