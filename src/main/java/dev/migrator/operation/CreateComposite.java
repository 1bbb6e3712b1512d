package dev.migrator.operation;

import dev.migrator.schema.CompositeType;
import dev.migrator.schema.Schema;

/**
 * Creates a composite type.
 *
 * @param type the type with its attributes
 */
public record CreateComposite(CompositeType type) implements SchemaChange {

  @Override
  public SchemaChange inverse() {
    return new DropComposite(type);
  }

  @Override
  public String describe() {
    return "create composite type " + type.name();
  }

  @Override
  public Schema applyTo(Schema before) {
    return new Effect(this, before).addComposite(type);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
