package dev.migrator.dialect.sqlite;

import dev.migrator.dialect.Statement;
import dev.migrator.dialect.Statement.Placement;
import dev.migrator.dialect.sqlite.Assertion.Condition;
import dev.migrator.schema.PrimaryKey;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import dev.migrator.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

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
  private static final String DESCRIPTION = "check foreign keys";

  /** Each pair of tables with references that do not hold, and their number. */
  private static final String COUNT =
      """
      SELECT %d AS later, child.name AS child, violation.parent, count(*) AS violations
      FROM sqlite_schema AS child, pragma_foreign_key_check(child.name) AS violation
      WHERE child.type = 'table' AND child.name NOT IN (%s)
      GROUP BY 2, 3""";

  private ForeignKeyGuard() {}

  /**
   * The statements with the guard around them.
   *
   * @param before the schema before all of them
   * @param after the schema after all of them
   * @param rebuilt the tables that they rebuild
   */
  static List<Statement> around(
      List<Statement> statements, Schema before, Schema after, Set<QualifiedName> rebuilt) {
    String left = Identifiers.literals(mismatched(before));
    List<Statement> guarded = new ArrayList<>();
    guarded.add(setting("OFF", "stop enforcing foreign keys"));
    guarded.add(
        check("CREATE TEMP TABLE %s AS %s".formatted(VIOLATIONS, COUNT.formatted(0, left))));
    guarded.addAll(statements);
    guarded.add(check("INSERT INTO temp.%s %s".formatted(VIOLATIONS, COUNT.formatted(1, left))));
    guarded.addAll(Assertion.statements(conditions(after, rebuilt), DESCRIPTION));
    guarded.add(check("DROP TABLE temp." + VIOLATIONS));
    guarded.add(setting("ON", "enforce foreign keys again"));
    return List.copyOf(guarded);
  }

  /**
   * The tables with a foreign key to what is no key: SQLite cannot check those, and refuses to use
   * them while foreign keys are enforced.
   *
   * @see <a href="https://www.sqlite.org/foreignkeys.html#fk_indexes">SQLite: required indexes</a>
   */
  private static List<String> mismatched(Schema schema) {
    return schema.tables().stream()
        .filter(
            table ->
                table.foreignKeys().stream()
                    .anyMatch(
                        key ->
                            schema
                                .table(key.references())
                                .filter(parent -> !hasKey(parent, key.referencedColumns()))
                                .isPresent()))
        .map(table -> table.name().name())
        .toList();
  }

  private static boolean hasKey(Table table, List<String> columns) {
    Set<String> wanted = Set.copyOf(columns);
    return Stream.of(
            table.primaryKey().stream().map(PrimaryKey::columns),
            table.uniques().stream().map(UniqueConstraint::columns),
            table.indexes().stream()
                .filter(index -> index.unique() && index.where().isEmpty())
                .map(TableSql::columns))
        .flatMap(keys -> keys)
        .anyMatch(key -> Set.copyOf(key).equals(wanted));
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
        """
        SELECT 1 FROM temp.%s AS now
          WHERE now.later%s AND now.violations > coalesce((
            SELECT was.violations FROM temp.%s AS was
            WHERE NOT was.later AND was.child = now.child AND was.parent = now.parent), 0)"""
            .formatted(VIOLATIONS, restriction, VIOLATIONS));
  }

  private static String literal(QualifiedName table) {
    return Identifiers.literal(table.name());
  }

  private static Statement setting(String value, String description) {
    return new Statement.Sql("PRAGMA foreign_keys = " + value, description, Placement.SESSION);
  }

  private static Statement check(String sql) {
    return new Statement.Sql(sql, DESCRIPTION);
  }
}
