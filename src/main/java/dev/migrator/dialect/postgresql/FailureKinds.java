package dev.migrator.dialect.postgresql;

import dev.migrator.dialect.SqlFailure;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells failures apart by their SQLSTATE.
 *
 * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL: error
 *     codes</a>
 */
final class FailureKinds {

  private FailureKinds() {}

  static SqlFailure of(SQLException failure) {
    String state = Optional.ofNullable(failure.getSQLState()).orElse("");
    return switch (state) {
      case "55P03", "40P01", "40001" -> SqlFailure.RETRYABLE;
      case "3D000" -> SqlFailure.NO_DATABASE;
      case "23502" -> SqlFailure.MISSING_VALUE;
      case "42501" -> SqlFailure.PERMISSION;
      case "53300", "57P01", "57P02", "57P03" -> SqlFailure.UNREACHABLE;
      case "08004" -> wantsPassword(failure) ? SqlFailure.CREDENTIALS : SqlFailure.UNREACHABLE;
      default -> ofClass(state);
    };
  }

  private static SqlFailure ofClass(String state) {
    if (state.startsWith("08")) {
      return SqlFailure.UNREACHABLE;
    }
    return state.startsWith("28") ? SqlFailure.CREDENTIALS : SqlFailure.STATEMENT;
  }

  /** The driver reports a missing password as a refused connection. */
  private static boolean wantsPassword(SQLException failure) {
    return Optional.ofNullable(failure.getMessage())
        .filter(message -> message.toLowerCase(Locale.ROOT).contains("password"))
        .isPresent();
  }
}
