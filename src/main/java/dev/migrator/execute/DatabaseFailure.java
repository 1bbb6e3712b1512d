package dev.migrator.execute;

import dev.migrator.problem.ProblemException;
import java.sql.SQLException;

/** The database failed at something that is no statement of a revision. */
public final class DatabaseFailure extends ProblemException {

  private static final long serialVersionUID = 1L;

  private DatabaseFailure(String message, SQLException cause) {
    super(message, cause);
  }

  /**
   * @param task what was to be done: {@code read table migrator_version}
   */
  static DatabaseFailure of(String task, SQLException cause) {
    return new DatabaseFailure(
        "cannot %s: %s".formatted(task, ServerMessage.of(cause).text()), cause);
  }
}
