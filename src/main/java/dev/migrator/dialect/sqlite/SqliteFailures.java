package dev.migrator.dialect.sqlite;

import dev.migrator.dialect.SqlFailure;
import java.sql.SQLException;

/**
 * What a failure's code means.
 *
 * @see <a href="https://www.sqlite.org/rescode.html">SQLite: result codes</a>
 */
final class SqliteFailures {

  static final int BUSY = 5;
  static final int CANNOT_OPEN = 14;
  private static final int PERMISSION_DENIED = 3;
  private static final int LOCKED = 6;
  private static final int READ_ONLY = 8;
  private static final int NOT_AUTHORISED = 23;
  static final int NOT_A_DATABASE = 26;

  private SqliteFailures() {}

  static SqlFailure classify(SQLException failure) {
    return switch (failure.getErrorCode() & 0xFF) {
      case BUSY, LOCKED -> SqlFailure.BUSY;
      case CANNOT_OPEN, NOT_A_DATABASE -> SqlFailure.NO_DATABASE;
      case PERMISSION_DENIED, READ_ONLY, NOT_AUTHORISED -> SqlFailure.PERMISSION;
      default -> SqlFailure.STATEMENT;
    };
  }
}
