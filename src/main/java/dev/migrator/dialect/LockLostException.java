package dev.migrator.dialect;

import dev.migrator.problem.ProblemException;

/** The connection does not hold the migration lock that it took. */
public final class LockLostException extends ProblemException {

  private static final long serialVersionUID = 1L;

  public LockLostException() {
    super(
        "the migration lock was lost: the server runs this connection on another session. Connect"
            + " directly, not through a transaction pooler.");
  }
}
