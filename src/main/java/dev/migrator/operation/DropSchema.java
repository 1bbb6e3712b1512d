package dev.migrator.operation;

import dev.migrator.schema.Namespace;
import dev.migrator.schema.Schema;

/**
 * Drops an empty schema.
 *
 * @param namespace the schema
 */
public record DropSchema(Namespace namespace) implements SchemaChange {

  @Override
  public SchemaChange inverse() {
    return new CreateSchema(namespace);
  }

  @Override
  public String describe() {
    return "drop schema " + namespace.name();
  }

  @Override
  public Schema applyTo(Schema before) {
    return new Effect(this, before).removeNamespace(namespace);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
