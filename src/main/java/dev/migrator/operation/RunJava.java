package dev.migrator.operation;

import dev.migrator.schema.Schema;

/**
 * Runs a class of the user's that implements {@code dev.migrator.JavaStep}. It has no inverse.
 *
 * @param className the class's full name
 */
public record RunJava(String className) implements Operation {

  @Override
  public String describe() {
    return "run " + className;
  }

  @Override
  public Schema applyTo(Schema before) {
    return before;
  }

  @Override
  public <R> R accept(OperationVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
