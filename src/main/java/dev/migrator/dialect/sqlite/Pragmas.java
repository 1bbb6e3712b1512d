package dev.migrator.dialect.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Settings of a connection that are whole numbers. */
final class Pragmas {

  private Pragmas() {}

  static int read(Connection connection, String pragma) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA " + pragma)) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }

  static void set(Connection connection, String pragma, int value) throws SQLException {
    execute(connection, "PRAGMA %s = %d".formatted(pragma, value));
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
