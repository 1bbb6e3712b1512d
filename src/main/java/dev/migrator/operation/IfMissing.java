package dev.migrator.operation;

import dev.migrator.schema.Schema;

/**
 * Adds an enumeration or a value where it is missing, and does nothing where it is there. It cannot
 * tell which, so it has no inverse.
 *
 * @param addition what is added
 */
public record IfMissing(EnumAddition addition) implements Operation {

  @Override
  public String describe() {
    return addition.describe() + " if it is missing";
  }

  @Override
  public Schema applyTo(Schema before) {
    return addition.isIn(before) ? before : addition.applyTo(before);
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
