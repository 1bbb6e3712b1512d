package dev.migrator.execute;

import dev.migrator.dialect.Statement;
import dev.migrator.problem.ProblemException;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A statement failed: which one, and why. */
final class FailedStatement extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Statement statement;
  private final transient Optional<String> told;

  FailedStatement(Statement statement, Exception cause) {
    this(statement, cause, Optional.empty());
  }

  /**
   * @param told the reason, where the rows tell it better than the server
   */
  FailedStatement(Statement statement, Exception cause, Optional<String> told) {
    super(cause);
    this.statement = statement;
    this.told = told;
  }

  Statement statement() {
    return statement;
  }

  /** What the server said, if it was the server; a class of the user's may have wrapped it. */
  Optional<SQLException> failure() {
    Throwable cause = getCause();
    for (int depth = 0; cause != null && depth < 10; depth++) {
      if (cause instanceof SQLException failure) {
        return Optional.of(failure);
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }

  /** The SQL, unless the reason says all. */
  Optional<String> sql() {
    return statement instanceof Statement.Sql sql && sql.check().isEmpty()
        ? Optional.of(sql.sql())
        : Optional.empty();
  }

  /** The reason in words. */
  ServerMessage reason() {
    boolean check = statement instanceof Statement.Sql sql && sql.check().isPresent();
    return told.map(ServerMessage::of)
        .or(() -> failure().map(ServerMessage::of))
        .map(message -> check ? message.withoutContext() : message)
        .orElseGet(() -> ServerMessage.of(words(getCause())));
  }

  private static String words(@Nullable Throwable cause) {
    return cause instanceof ProblemException problem
        ? String.valueOf(problem.getMessage())
        : String.valueOf(cause);
  }
}
