package dev.migrator.dialect.sqlite;

import dev.migrator.dialect.Statement;
import dev.migrator.dialect.Statement.Placement;
import dev.migrator.dialect.sqlite.Assertion.Condition;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Keeps SQLite from acting on foreign keys while tables are rebuilt: dropping the old one would
 * delete the rows that refer to it. At the end no more references may be broken than at the
 * beginning. The setting is silently ignored inside a transaction, so it stands around it.
 *
 * @see <a href="https://www.sqlite.org/foreignkeys.html#fk_enable">SQLite: enabling foreign key
 *     support</a>
 */
final class ForeignKeyGuard {

  private static final String VIOLATIONS = "migrator_violations";
  private static final String COUNT =
      "SELECT %d AS later, \"table\" AS child, parent, count(*) AS violations FROM pragma_foreign_key_check GROUP BY 2, 3";

  private ForeignKeyGuard() {}

  /**
   * The statements with the guard around them.
   *
   * @param after the schema after all of them
   * @param rebuilt the tables that they rebuild
   */
  static List<Statement> around(
      List<Statement> statements, Schema after, Set<QualifiedName> rebuilt) {
    List<Statement> guarded = new ArrayList<>();
    guarded.add(setting("OFF", "stop enforcing foreign keys"));
    guarded.add(check("CREATE TEMP TABLE %s AS %s".formatted(VIOLATIONS, COUNT.formatted(0))));
    guarded.addAll(statements);
    guarded.add(check("INSERT INTO temp.%s %s".formatted(VIOLATIONS, COUNT.formatted(1))));
    Assertion.statements(conditions(after, rebuilt)).forEach(sql -> guarded.add(check(sql)));
    guarded.add(check("DROP TABLE temp." + VIOLATIONS));
    guarded.add(setting("ON", "enforce foreign keys again"));
    return List.copyOf(guarded);
  }

  /** A message for each pair of tables that a rebuild touches, and one for all others. */
  private static List<Condition> conditions(Schema after, Set<QualifiedName> rebuilt) {
    Map<String, Condition> conditions = new TreeMap<>();
    after.tables().stream()
        .flatMap(
            table ->
                table.foreignKeys().stream().map(key -> List.of(table.name(), key.references())))
        .filter(pair -> pair.stream().anyMatch(rebuilt::contains))
        .forEach(
            pair -> {
              String message =
                  "rows of %s refer to rows of %s that do not exist"
                      .formatted(pair.get(0), pair.get(1));
              conditions.put(
                  message,
                  noneMore(
                      message,
                      " AND now.child = %s COLLATE NOCASE AND now.parent = %s COLLATE NOCASE"
                          .formatted(literal(pair.get(0)), literal(pair.get(1)))));
            });
    List<Condition> all = new ArrayList<>(conditions.values());
    all.add(noneMore("rows refer to rows that do not exist", ""));
    return all;
  }

  private static Condition noneMore(String message, String restriction) {
    return Condition.none(
        message,
        "SELECT 1 FROM temp.%s AS now WHERE now.later%s AND now.violations > coalesce((SELECT was.violations FROM temp.%s AS was WHERE NOT was.later AND was.child = now.child AND was.parent = now.parent), 0)"
            .formatted(VIOLATIONS, restriction, VIOLATIONS));
  }

  private static String literal(QualifiedName table) {
    return Identifiers.literal(table.name());
  }

  private static Statement setting(String value, String description) {
    return new Statement.Sql("PRAGMA foreign_keys = " + value, description, Placement.SESSION);
  }

  private static Statement check(String sql) {
    return new Statement.Sql(sql, "check foreign keys");
  }
}
