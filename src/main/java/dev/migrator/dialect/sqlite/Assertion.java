package dev.migrator.dialect.sqlite;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Statements that fail with a message of our own unless conditions hold. SQLite raises errors only
 * inside triggers, but names the CHECK that a row violates: here the name is the message.
 */
final class Assertion {

  private static final String TABLE = "migrator_assertion";

  private Assertion() {}

  /**
   * What has to hold.
   *
   * @param message what is wrong where it does not
   * @param sql an expression that is 0 or 1
   */
  record Condition(String message, String sql) {

    /** A condition that no row is found by a query. */
    static Condition none(String message, String query) {
      return new Condition(message, "NOT EXISTS (%s)".formatted(query));
    }
  }

  /** The statements that check the conditions; they leave nothing behind. */
  static List<String> statements(List<Condition> conditions) {
    if (conditions.isEmpty()) {
      return List.of();
    }
    String checks =
        IntStream.range(0, conditions.size())
            .mapToObj(index -> check("c" + (index + 1), conditions.get(index).message()))
            .collect(Collectors.joining(",\n  "));
    String values = conditions.stream().map(Condition::sql).collect(Collectors.joining(",\n  "));
    return List.of(
        "CREATE TEMP TABLE %s (\n  %s\n)".formatted(TABLE, checks),
        "INSERT INTO temp.%s SELECT\n  %s".formatted(TABLE, values),
        "DROP TABLE temp." + TABLE);
  }

  private static String check(String column, String message) {
    return "%s CONSTRAINT \"%s\" CHECK (%s)"
        .formatted(column, message.replace("\"", "\"\""), column);
  }
}
