package dev.migrator.dialect.sqlite;

import dev.migrator.dialect.Statement;
import dev.migrator.dialect.sqlite.Assertion.Condition;
import dev.migrator.schema.Column;
import dev.migrator.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The rebuild of a table: a new one is filled, takes the old one's name, and gets back its indexes
 * and triggers. Views are left alone, which {@code legacy_alter_table} makes sure of.
 *
 * <p>The triggers are the database's, not the revisions': their rows of the catalog are set aside
 * and put back, so that no one has to know them. What else the revisions may not know of and the
 * rebuild would lose stops it.
 *
 * @param before the table as the database has it
 * @param after the table as it becomes
 * @param sources for each column that is copied, the expression over the old table
 * @param description what is done, for people
 * @see <a href="https://www.sqlite.org/lang_altertable.html#otheralter">SQLite: making other kinds
 *     of table schema changes</a>
 */
record Rebuild(
    Table before, Table after, TableSql sql, Map<String, String> sources, String description) {

  /** What the name of the new table begins with until it takes the old one's. */
  static final String NEW = "migrator_new_";

  private static final String TRIGGERS = "migrator_triggers";

  /**
   * The statements, in order.
   *
   * @param conditions what must hold of the rows before
   * @param afterCopy what must hold of the new table's rows
   */
  List<Statement> statements(List<Condition> conditions, List<Condition> afterCopy) {
    String name = Identifiers.quote(after.name().name());
    String newName = Identifiers.quote(NEW + after.name().name());
    List<Condition> first = new ArrayList<>(nothingUnknown());
    first.addAll(conditions);
    List<Statement> statements = new ArrayList<>(Assertion.statements(first, description));
    statements.add(statement(sql.create(after, NEW + after.name().name())));
    statements.add(statement(copy(name, newName)));
    if (before.options().autoincrement() && after.options().autoincrement()) {
      counter().forEach(text -> statements.add(statement(text)));
    }
    statements.addAll(Assertion.statements(afterCopy, description));
    replacement(name, newName).forEach(text -> statements.add(statement(text)));
    return List.copyOf(statements);
  }

  private Statement statement(String text) {
    return new Statement.Sql(text, description);
  }

  /** The new table goes on with the old one's numbers, used or not. */
  private List<String> counter() {
    String newName = Identifiers.literal(NEW + after.name().name());
    return List.of(
        "DELETE FROM sqlite_sequence WHERE name = " + newName,
        "INSERT INTO sqlite_sequence (name, seq) SELECT %s, seq FROM sqlite_sequence WHERE name = %s"
            .formatted(newName, literal()));
  }

  /** The new table, which is filled, becomes the old one. */
  private List<String> replacement(String name, String newName) {
    List<String> statements = new ArrayList<>();
    statements.add(
        """
        CREATE TEMP TABLE %s AS
        SELECT type, name, tbl_name, rootpage, sql FROM sqlite_schema
        WHERE type = 'trigger' AND tbl_name = %s COLLATE NOCASE"""
            .formatted(TRIGGERS, literal()));
    statements.add("DROP TABLE " + name);
    statements.add("PRAGMA legacy_alter_table = ON");
    statements.add("ALTER TABLE %s RENAME TO %s".formatted(newName, name));
    statements.add("PRAGMA legacy_alter_table = OFF");
    TableSql.createIndexes(after).forEach(statements::add);
    statements.add("PRAGMA writable_schema = ON");
    statements.add(
        "INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) SELECT * FROM temp."
            + TRIGGERS);
    statements.add("PRAGMA writable_schema = RESET");
    statements.add("DROP TABLE temp." + TRIGGERS);
    return statements;
  }

  /** A table without a common column keeps the number of its rows. */
  private String copy(String name, String newName) {
    if (sources.isEmpty()) {
      return "INSERT INTO %s (rowid) SELECT rowid FROM %s".formatted(newName, name);
    }
    return "INSERT INTO %s (%s) SELECT %s FROM %s"
        .formatted(
            newName,
            Identifiers.quoteAll(List.copyOf(sources.keySet())),
            String.join(", ", sources.values()),
            name);
  }

  private List<Condition> nothingUnknown() {
    String table = after.name().name();
    List<Condition> conditions = new ArrayList<>();
    conditions.add(
        Condition.none(
            "table %s has a column that the revisions do not know; the rebuild would lose it"
                .formatted(table),
            "SELECT 1 FROM pragma_table_xinfo(%s) WHERE name NOT IN (%s)"
                .formatted(literal(), Identifiers.literals(columns()))));
    conditions.add(
        Condition.none(
            "table %s has an index that the revisions do not know; the rebuild would lose it"
                .formatted(table),
            "SELECT 1 FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL"
                .concat(" AND tbl_name = %s COLLATE NOCASE AND name NOT IN (%s)")
                .formatted(literal(), Identifiers.literals(indexes()))));
    conditions.add(
        Condition.none(
            "table %s is STRICT or WITHOUT ROWID, which the revisions do not know; the rebuild would lose that"
                .formatted(table),
            "SELECT 1 FROM pragma_table_list WHERE schema = 'main' AND (wr > %s OR strict > %s)"
                .concat(" AND name = %s COLLATE NOCASE")
                .formatted(before.options().withoutRowid(), before.options().strict(), literal())));
    conditions.add(Clauses.noneMore(table, sql.create(before)));
    return conditions;
  }

  private List<String> columns() {
    return before.columns().stream().map(Column::name).toList();
  }

  private List<String> indexes() {
    return before.indexes().stream().map(index -> TableSql.name(before.name(), index)).toList();
  }

  private String literal() {
    return Identifiers.literal(after.name().name());
  }
}
