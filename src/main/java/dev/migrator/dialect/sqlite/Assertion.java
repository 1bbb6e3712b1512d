package dev.migrator.dialect.sqlite;

import dev.migrator.dialect.HeldRows;
import dev.migrator.dialect.Statement;
import dev.migrator.dialect.Statement.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private static final String WITHOUT_VALUE = " cannot be NOT NULL: there are rows without a value";

  private static final String GIVE_ONE = "; give them one first, or delete them";

  private Assertion() {}

  /**
   * What has to hold.
   *
   * @param message what is wrong where it does not
   * @param sql an expression that is 0 or 1
   * @param reason a query for what is wrong, with the rows that are in the way
   */
  record Condition(String message, String sql, Optional<String> reason) {

    Condition(String message, String sql) {
      this(message, sql, Optional.empty());
    }

    /** A condition that no row is found by a query. */
    static Condition none(String message, String query) {
      return new Condition(message, "NOT EXISTS (%s)".formatted(query));
    }

    /**
     * A condition that no row of a table satisfies a predicate.
     *
     * @param table the table, as SQL
     * @param example an expression that tells of such a row
     */
    static Condition noRow(String message, String table, String predicate, String example) {
      String rows = "FROM %s WHERE %s".formatted(table, predicate);
      return new Condition(
          message,
          "NOT EXISTS (SELECT 1 %s)".formatted(rows),
          Optional.of(
              "SELECT %s || %s %s LIMIT 1"
                  .formatted(Identifiers.literal(message + ": "), example, rows)));
    }

    /**
     * A condition that no row lacks a value.
     *
     * @param table the table's name
     * @param columns for each column that is to have one, the expression over a row
     */
    static Condition noNull(String table, Map<String, String> columns) {
      String from = " FROM " + Identifiers.quote(table);
      String none =
          columns.values().stream()
              .map(source -> source + " IS NULL")
              .collect(Collectors.joining(" OR "));
      String counts =
          columns.entrySet().stream()
              .map(
                  column ->
                      "SELECT %s AS held, count(*) AS number%s WHERE %s IS NULL"
                          .formatted(
                              Identifiers.literal(table + "." + column.getKey()),
                              from,
                              column.getValue()))
              .collect(Collectors.joining("\nUNION ALL "));
      String named =
          columns.keySet().stream()
              .map(column -> table + "." + column)
              .collect(Collectors.joining(", "));
      return new Condition(
          named + WITHOUT_VALUE + GIVE_ONE,
          "NOT EXISTS (SELECT 1%s WHERE %s)".formatted(from, none),
          Optional.of(
              "SELECT group_concat(held, ', ') || %s || sum(number) || %s FROM (\n%s\n) WHERE number > 0"
                  .formatted(
                      Identifiers.literal(WITHOUT_VALUE + " ("),
                      Identifiers.literal(")" + GIVE_ONE),
                      counts)));
    }

    /**
     * The conditions that no row of any column is in the way. A trigger's message is a literal in
     * most versions, and so has no numbers; the query counts the rows of all columns.
     */
    static List<Condition> none(HeldRows rows) {
      String reason =
          "SELECT %s FROM (\n%s\n)"
              .formatted(rows.message("group_concat(held, ', ')"), rows.counts());
      return rows.holders().stream()
          .map(
              holder ->
                  new Condition(
                      rows.loss().start() + "rows of " + holder.name() + rows.loss().end(),
                      "NOT EXISTS (SELECT 1 FROM %s WHERE %s)"
                          .formatted(holder.table(), holder.predicate()),
                      Optional.of(reason)))
          .toList();
    }
  }

  /** The SQL that checks the conditions; it leaves nothing behind. */
  static List<String> sql(List<Condition> conditions) {
    return checks(conditions, "").stream().map(Statement.Sql::sql).toList();
  }

  /**
   * The statements that check the conditions.
   *
   * @param description what they are for
   */
  static List<Statement> statements(List<Condition> conditions, String description) {
    return List.copyOf(checks(conditions, description));
  }

  private static List<Statement.Sql> checks(List<Condition> conditions, String description) {
    if (conditions.isEmpty()) {
      return List.of();
    }
    List<String> columns =
        IntStream.rangeClosed(1, conditions.size()).mapToObj(number -> "c" + number).toList();
    List<Statement.Sql> checks = new ArrayList<>();
    checks.add(
        Statement.Sql.check(
            "CREATE TEMP TABLE %s (%s)".formatted(TABLE, String.join(", ", columns)),
            description,
            Check.PLAIN));
    checks.add(Statement.Sql.check(trigger(conditions, columns), description, Check.PLAIN));
    for (int index = 0; index < conditions.size(); index++) {
      checks.add(
          Statement.Sql.check(
              "INSERT INTO temp.%s (%s) SELECT %s"
                  .formatted(TABLE, columns.get(index), conditions.get(index).sql()),
              description,
              new Check(conditions.get(index).reason())));
    }
    checks.add(Statement.Sql.check("DROP TABLE temp." + TABLE, description, Check.PLAIN));
    return checks;
  }

  private static String trigger(List<Condition> conditions, List<String> columns) {
    String raises =
        IntStream.range(0, conditions.size())
            .mapToObj(
                index ->
                    "\n    WHEN NOT new.%s THEN RAISE(ABORT, %s)"
                        .formatted(
                            columns.get(index),
                            Identifiers.literal(conditions.get(index).message())))
            .collect(Collectors.joining());
    return "CREATE TEMP TRIGGER %s_fails BEFORE INSERT ON %s BEGIN\n  SELECT CASE%s END;\nEND"
        .formatted(TABLE, TABLE, raises);
  }
}
