package dev.migrator.operation;

import dev.migrator.problem.ProblemException;

/** An operation does not fit the schema that it is applied to. */
public final class SchemaMismatchException extends ProblemException {

  private static final long serialVersionUID = 1L;

  private final transient Operation operation;

  /**
   * @param operation the operation that does not fit
   * @param problem what does not fit, as half a sentence: {@code table 'users' does not exist}
   */
  public SchemaMismatchException(Operation operation, String problem) {
    super("cannot %s: %s".formatted(operation.describe(), problem));
    this.operation = operation;
  }

  /** The operation that does not fit. */
  public Operation operation() {
    return operation;
  }
}
