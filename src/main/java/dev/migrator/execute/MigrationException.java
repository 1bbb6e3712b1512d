package dev.migrator.execute;

import dev.migrator.problem.ProblemException;

/** A migration cannot begin or go on. */
public final class MigrationException extends ProblemException {

  private static final long serialVersionUID = 1L;

  MigrationException(String message) {
    super(message);
  }

  MigrationException(String message, Throwable cause) {
    super(message, cause);
  }
}
