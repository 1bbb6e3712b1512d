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
  static Map<RowsWithout, Long> of(Dialect dialect, Connection connection, List<RowsWithout> wanted)
      throws SQLException {
    Map<RowsWithout, Long> counts = new LinkedHashMap<>();
    List<RowsWithout> distinct = wanted.stream().distinct().toList();
    for (int from = 0; from < distinct.size(); from += MOST_PARTS) {
      List<RowsWithout> part = distinct.subList(from, Math.min(distinct.size(), from + MOST_PARTS));
      try (Statement statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(query(dialect, part))) {
        while (rows.next()) {
          counts.put(part.get(rows.getInt(1)), rows.getLong(2));
        }
      }
    }
    return counts;
  }

  private static String query(Dialect dialect, List<RowsWithout> wanted) {
    StringJoiner parts = new StringJoiner(" UNION ALL ");
    for (int number = 0; number < wanted.size(); number++) {
      RowsWithout rows = wanted.get(number);
      String table = Quoting.name(dialect, rows.table());
      String count =
          rows.column()
              .map(
                  column ->
                      "(SELECT count(*) FROM %s WHERE %s IS NULL)"
                          .formatted(table, dialect.quote(column)))
              .orElse("CASE WHEN EXISTS (SELECT 1 FROM %s) THEN 1 ELSE 0 END".formatted(table));
      parts.add("SELECT %d, %s".formatted(number, count));
    }
    return parts.toString();
  }
}
