package dev.migrator.scenario;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A query and its rows: the query's lines end with the one that ends in {@code ;}, then a line for
 * each row, its cells between {@code |}. After an empty line another query may follow. Where no
 * line ends in {@code ;}, the first one is the query.
 *
 * @param query the query
 * @param rows the rows, as they are written
 */
record ExpectedRows(String query, List<String> rows) {

  /** The queries of a section. */
  static List<ExpectedRows> parse(String text) {
    if (text.lines().noneMatch(line -> line.strip().endsWith(";"))) {
      List<String> lines = text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
      return List.of(new ExpectedRows(lines.get(0), lines.subList(1, lines.size())));
    }
    List<ExpectedRows> all = new ArrayList<>();
    List<String> query = new ArrayList<>();
    List<String> rows = new ArrayList<>();
    boolean inRows = false;
    for (String line : text.lines().map(String::strip).toList()) {
      if (line.isEmpty()) {
        if (inRows) {
          all.add(new ExpectedRows(String.join("\n", query), rows));
          query.clear();
          rows = new ArrayList<>();
          inRows = false;
        }
      } else if (inRows) {
        rows.add(line);
      } else {
        query.add(line);
        inRows = line.endsWith(";");
      }
    }
    if (!query.isEmpty()) {
      all.add(new ExpectedRows(String.join("\n", query), rows));
    }
    return all;
  }

  ExpectedRows {
    rows = List.copyOf(rows);
  }

  /** The same query with the rows that a database gives. */
  ExpectedRows actual(Connection connection) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query.replaceFirst(";$", ""))) {
      ResultSetMetaData columns = result.getMetaData();
      while (result.next()) {
        List<String> cells = new ArrayList<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
          cells.add(cell(result.getString(column), columns.getColumnTypeName(column)));
        }
        found.add(String.join(" | ", cells));
      }
    }
    return new ExpectedRows(query, found);
  }

  private static String cell(String value, String type) {
    if (value == null) {
      return "null";
    }
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "bool", "boolean" -> value.equals("t") || value.equals("1") ? "true" : "false";
      default -> value;
    };
  }

  /** Whether the rows say the same: white space around cells and the case of {@code null} aside. */
  boolean sameAs(ExpectedRows other) {
    return cells().equals(other.cells());
  }

  private List<List<String>> cells() {
    return rows.stream().map(row -> List.of(row.split("\\|", -1))).map(this::plain).toList();
  }

  private List<String> plain(List<String> cells) {
    return cells.stream()
        .map(String::strip)
        .map(cell -> cell.equalsIgnoreCase("null") ? "null" : cell)
        .toList();
  }

  @Override
  public String toString() {
    return rows.stream().map(row -> "\n" + row).collect(Collectors.joining("", query, "\n"));
  }
}
