package dev.migrator.operation;

import dev.migrator.schema.Definition;
import dev.migrator.schema.Schema;

/**
 * Drops something that is known by the SQL that makes it.
 *
 * @param definition the thing with its SQL
 */
public record DropDefinition(Definition definition) implements SchemaChange {

  @Override
  public SchemaChange inverse() {
    return new CreateDefinition(definition);
  }

  @Override
  public String describe() {
    return "drop " + definition;
  }

  @Override
  public Schema applyTo(Schema before) {
    return new Effect(this, before).removeDefinition(definition);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
