package dev.migrator.dialect;

import dev.migrator.problem.ProblemException;

/** Another program held the migration lock for longer than the command would wait. */
public final class LockTimeoutException extends ProblemException {

  private static final long serialVersionUID = 1L;

  /**
   * @param holder who holds it, as far as the database tells: {@code process 4711, user app, since
   *     …}
   */
  public LockTimeoutException(String holder) {
    super(
        "another migration is running: the lock is held by %s. Wait for it to end, or raise --lock-timeout."
            .formatted(holder));
  }

  /** The database reports that it is busy. */
  public LockTimeoutException(String holder, Throwable cause) {
    this(holder);
    initCause(cause);
  }
}
