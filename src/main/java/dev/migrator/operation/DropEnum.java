package dev.migrator.operation;

import dev.migrator.schema.EnumType;
import dev.migrator.schema.Schema;

/**
 * Drops a named enumeration that no column uses any more.
 *
 * @param type the enumeration with its values
 */
public record DropEnum(EnumType type) implements SchemaChange {

  @Override
  public SchemaChange inverse() {
    return new CreateEnum(type);
  }

  @Override
  public String describe() {
    return "drop enum " + type.name();
  }

  @Override
  public Schema applyTo(Schema before) {
    return new Effect(this, before).removeEnum(type.name());
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
