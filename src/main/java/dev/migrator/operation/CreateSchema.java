package dev.migrator.operation;

import dev.migrator.schema.Namespace;
import dev.migrator.schema.Schema;

/**
 * Creates a schema ({@code CREATE SCHEMA}).
 *
 * @param namespace the schema
 */
public record CreateSchema(Namespace namespace) implements SchemaChange {

  @Override
  public SchemaChange inverse() {
    return new DropSchema(namespace);
  }

  @Override
  public String describe() {
    return "create schema " + namespace.name();
  }

  @Override
  public Schema applyTo(Schema before) {
    return new Effect(this, before).addNamespace(namespace);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
