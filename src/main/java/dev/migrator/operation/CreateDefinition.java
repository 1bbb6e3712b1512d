package dev.migrator.operation;

import dev.migrator.schema.Definition;
import dev.migrator.schema.Schema;

/**
 * Creates something by the SQL that makes it.
 *
 * @param definition the thing with its SQL
 */
public record CreateDefinition(Definition definition) implements SchemaChange {

  @Override
  public SchemaChange inverse() {
    return new DropDefinition(definition);
  }

  @Override
  public String describe() {
    return "create " + definition;
  }

  @Override
  public Schema applyTo(Schema before) {
    return new Effect(this, before).addDefinition(definition);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
