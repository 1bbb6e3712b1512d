package dev.migrator.execute;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Looks into a database. */
final class Rows {

  private Rows() {}

  /** The rows of a query, each as its values with a bar between them. */
  static List<String> of(Connection connection, String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(query)) {
      int columns = found.getMetaData().getColumnCount();
      while (found.next()) {
        List<String> values = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
          values.add(String.valueOf(found.getString(column)));
        }
        rows.add(String.join("|", values));
      }
    }
    return rows;
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** What the version table holds. */
  static List<String> versions(Connection connection) throws SQLException {
    return of(connection, "SELECT revision FROM migrator_version ORDER BY revision");
  }

  /** The history without times. */
  static List<String> history(Connection connection) throws SQLException {
    return of(
        connection,
        "SELECT revision, direction, state, group_number, group_count FROM migrator_history"
            + " ORDER BY id");
  }
}
