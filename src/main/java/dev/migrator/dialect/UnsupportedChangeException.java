package dev.migrator.dialect;

import dev.migrator.operation.Operation;
import dev.migrator.problem.ProblemException;

/** A database cannot do what an operation asks, or not without losing data. */
public final class UnsupportedChangeException extends ProblemException {

  private static final long serialVersionUID = 1L;

  /**
   * @param operation what was asked
   * @param reason why it cannot be done and what to do, as a sentence
   */
  public UnsupportedChangeException(Operation operation, String reason) {
    super("cannot %s: %s".formatted(operation.describe(), reason));
  }
}
