package dev.migrator.operation;

import dev.migrator.schema.ExclusionConstraint;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;

/**
 * Adds an exclusion constraint to a table (PostgreSQL).
 *
 * @param table the table
 * @param exclusion what is added
 */
public record AddExclusion(QualifiedName table, ExclusionConstraint exclusion)
    implements SchemaChange {

  @Override
  public SchemaChange inverse() {
    return new DropExclusion(table, exclusion);
  }

  @Override
  public String describe() {
    return "add exclusion constraint" + Effect.label(exclusion.name()) + " on " + table;
  }

  @Override
  public Schema applyTo(Schema before) {
    return new ItemEffect(this, before).addExclusion(table, exclusion);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
