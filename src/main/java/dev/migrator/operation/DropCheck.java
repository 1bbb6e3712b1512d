package dev.migrator.operation;

import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;

/**
 * Drops a CHECK constraint of a table.
 *
 * @param table the table
 * @param check what is dropped, whole, so that it can be added again
 */
public record DropCheck(QualifiedName table, CheckConstraint check) implements SchemaChange {

  @Override
  public SchemaChange inverse() {
    return new AddCheck(table, check);
  }

  @Override
  public String describe() {
    return "drop check" + Effect.label(check.name()) + " on " + table;
  }

  @Override
  public Schema applyTo(Schema before) {
    return new ItemEffect(this, before).removeCheck(table, check);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
