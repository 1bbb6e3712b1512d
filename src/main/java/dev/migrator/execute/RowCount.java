package dev.migrator.execute;

import dev.migrator.dialect.Dialect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Counts rows of many tables in one query. */
final class RowCount {

  /** SQLite does not combine more queries into one. */
  private static final int MOST_PARTS = 500;

  private RowCount() {}

  /** How many rows there are of each; of a table as a whole 1 stands for any number. */
  static <T extends CountedRows> Map<T, Long> of(
      Dialect dialect, Connection connection, List<T> wanted) throws SQLException {
    Map<T, Long> counts = new LinkedHashMap<>();
    List<T> distinct = wanted.stream().distinct().toList();
    for (int from = 0; from < distinct.size(); from += MOST_PARTS) {
      List<T> part = distinct.subList(from, Math.min(distinct.size(), from + MOST_PARTS));
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(query(dialect, part))) {
        while (rows.next()) {
          counts.put(part.get(rows.getInt(1)), rows.getLong(2));
        }
      }
    }
    return counts;
  }

  private static String query(Dialect dialect, List<? extends CountedRows> wanted) {
    StringJoiner parts = new StringJoiner(" UNION ALL ");
    for (int number = 0; number < wanted.size(); number++) {
      parts.add("SELECT %d, %s".formatted(number, wanted.get(number).count(dialect)));
    }
    return parts.toString();
  }
}
