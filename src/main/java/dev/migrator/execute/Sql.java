package dev.migrator.execute;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Runs one statement. */
final class Sql {

  private Sql() {}

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // The text is SQL: braces in it are no JDBC escapes.
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }
}
