package dev.migrator.operation;

import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;

/**
 * Adds a CHECK constraint to a table.
 *
 * @param table the table
 * @param check what is added
 */
public record AddCheck(QualifiedName table, CheckConstraint check) implements SchemaChange {

  @Override
  public SchemaChange inverse() {
    return new DropCheck(table, check);
  }

  @Override
  public String describe() {
    return "add check" + Effect.label(check.name()) + " on " + table;
  }

  @Override
  public Schema applyTo(Schema before) {
    return new ItemEffect(this, before).addCheck(table, check);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
