package dev.migrator.execute;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.LockTimeoutException;
import dev.migrator.dialect.SqlFailure;
import dev.migrator.problem.ProblemException;
import java.sql.SQLException;

/** The database failed at something that is no statement of a revision. */
public final class DatabaseFailure extends ProblemException {

  private static final long serialVersionUID = 1L;

  /** Who holds a lock, where the database does not tell. */
  private static final String OTHER_WRITER = "another program that writes to the database";

  private DatabaseFailure(String message, SQLException cause) {
    super(message, cause);
  }

  /**
   * The failure in words.
   *
   * @param task what was to be done: {@code read table migrator_version}
   */
  static ProblemException of(Dialect dialect, String task, SQLException cause) {
    return dialect.classify(cause) == SqlFailure.BUSY
        ? new LockTimeoutException(OTHER_WRITER, cause)
        : new DatabaseFailure(
            "cannot %s: %s".formatted(task, ServerMessage.of(cause).text()), cause);
  }
}
