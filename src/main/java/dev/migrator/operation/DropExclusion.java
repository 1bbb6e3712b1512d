package dev.migrator.operation;

import dev.migrator.schema.ExclusionConstraint;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;

/**
 * Drops an exclusion constraint of a table (PostgreSQL).
 *
 * @param table the table
 * @param exclusion what is dropped, whole, so that it can be added again
 */
public record DropExclusion(QualifiedName table, ExclusionConstraint exclusion)
    implements SchemaChange {

  @Override
  public SchemaChange inverse() {
    return new AddExclusion(table, exclusion);
  }

  @Override
  public String describe() {
    return "drop exclusion constraint" + Effect.label(exclusion.name()) + " on " + table;
  }

  @Override
  public Schema applyTo(Schema before) {
    return new ItemEffect(this, before).removeExclusion(table, exclusion);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
