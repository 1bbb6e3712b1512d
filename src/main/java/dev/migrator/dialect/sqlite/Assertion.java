package dev.migrator.dialect.sqlite;

import dev.migrator.dialect.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Statements that fail with a message of our own unless conditions hold. SQLite raises errors only
 * inside a trigger, so there is one on a temporary table, into which the conditions' values go.
 *
 * @see <a href="https://www.sqlite.org/lang_createtrigger.html#raise">SQLite: the RAISE
 *     function</a>
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

  /**
   * The statements that check the conditions.
   *
   * @param description what they are for
   */
  static List<Statement> statements(List<Condition> conditions, String description) {
    return sql(conditions).stream()
        .<Statement>map(text -> Statement.Sql.check(text, description))
        .toList();
  }

  /** The SQL that checks the conditions; it leaves nothing behind. */
  static List<String> sql(List<Condition> conditions) {
    if (conditions.isEmpty()) {
      return List.of();
    }
    List<String> columns =
        IntStream.rangeClosed(1, conditions.size()).mapToObj(number -> "c" + number).toList();
    String raises =
        IntStream.range(0, conditions.size())
            .mapToObj(
                index ->
                    "\n    WHEN NOT new.%s THEN RAISE(ABORT, %s)"
                        .formatted(
                            columns.get(index),
                            Identifiers.literal(conditions.get(index).message())))
            .collect(Collectors.joining());
    List<String> statements = new ArrayList<>();
    statements.add("CREATE TEMP TABLE %s (%s)".formatted(TABLE, String.join(", ", columns)));
    statements.add(
        "CREATE TEMP TRIGGER %s_fails BEFORE INSERT ON %s BEGIN\n  SELECT CASE%s END;\nEND"
            .formatted(TABLE, TABLE, raises));
    for (int index = 0; index < conditions.size(); index++) {
      statements.add(
          "INSERT INTO temp.%s (%s) SELECT %s"
              .formatted(TABLE, columns.get(index), conditions.get(index).sql()));
    }
    statements.add("DROP TABLE temp." + TABLE);
    return statements;
  }
}
