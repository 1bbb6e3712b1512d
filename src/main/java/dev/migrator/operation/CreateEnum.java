package dev.migrator.operation;

import dev.migrator.schema.EnumType;
import dev.migrator.schema.Schema;

/**
 * Creates a named enumeration.
 *
 * @param type the enumeration with its values
 */
public record CreateEnum(EnumType type) implements EnumAddition {

  @Override
  public boolean isIn(Schema schema) {
    return schema.enumType(type.name()).isPresent();
  }

  @Override
  public SchemaChange inverse() {
    return new DropEnum(type);
  }

  @Override
  public String describe() {
    return "create enum " + type.name();
  }

  @Override
  public Schema applyTo(Schema before) {
    return new Effect(this, before).addEnum(type);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
