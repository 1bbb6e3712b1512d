package dev.migrator.operation;

import dev.migrator.schema.Schema;

/** One thing that a revision does. */
public sealed interface Operation
    permits SchemaChange, DropByName, DropDefinitionByName, IfMissing, ExecuteSql, RunJava {

  /** Calls the visitor's method for this kind of operation. */
  <R> R accept(OperationVisitor<R> visitor);

  /** What it does, as a person says it: {@code add column users.email}. */
  String describe();

  /**
   * The schema after the operation. What a statement or a program of the user's does to the schema
   * is unknown: those give back {@code before}.
   *
   * @throws SchemaMismatchException if the operation does not fit {@code before}
   */
  Schema applyTo(Schema before);

  /**
   * The schema after the operation, or {@code before} where the operation does not fit: it changes
   * something that this schema does not know.
   */
  default Schema applyIfKnown(Schema before) {
    try {
      return applyTo(before);
    } catch (SchemaMismatchException unknown) {
      return before;
    }
  }

  /** Whether it may do anything: only its author knows what. */
  default boolean isOpaque() {
    return this instanceof ExecuteSql || this instanceof RunJava;
  }
}
