package dev.migrator.operation;

import dev.migrator.schema.CompositeType;
import dev.migrator.schema.Schema;

/**
 * Drops a composite type.
 *
 * @param type the type with its attributes
 */
public record DropComposite(CompositeType type) implements SchemaChange {

  @Override
  public SchemaChange inverse() {
    return new CreateComposite(type);
  }

  @Override
  public String describe() {
    return "drop composite type " + type.name();
  }

  @Override
  public Schema applyTo(Schema before) {
    return new Effect(this, before).removeComposite(type.name());
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
