package dev.migrator.dialect.sqlite;

import dev.migrator.dialect.Inspection;
import dev.migrator.dialect.Inspector;
import dev.migrator.dialect.Scope;
import dev.migrator.dialect.Spellings;
import dev.migrator.dialect.Survey;
import dev.migrator.schema.Definition;
import dev.migrator.schema.Definition.Kind;
import dev.migrator.schema.Dependencies;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the definitions that SQLite keeps as text. Virtual tables and the tables behind them belong
 * to their modules and are left out.
 *
 * @see <a href="https://www.sqlite.org/schematab.html">SQLite: the schema table</a>
 */
final class SqliteInspector implements Inspector {

  private static final String TABLES =
      "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name";

  private static final String DEFINITIONS =
      """
      SELECT type, name, tbl_name, sql
      FROM sqlite_schema
      WHERE type IN ('table', 'index', 'view', 'trigger')
        AND sql IS NOT NULL
        AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
        AND tbl_name IN (
          SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'view'))
      ORDER BY type DESC, name
      """;

  /** The tables behind a virtual one are called after it. */
  private static final String VIRTUAL_TABLES =
      """
      SELECT part.name AS name, whole.name AS virtual
      FROM pragma_table_list AS whole, pragma_table_list AS part
      WHERE whole.schema = 'main' AND whole.type = 'virtual' AND part.schema = 'main'
        AND (part.name = whole.name
          OR (part.type = 'shadow' AND substr(part.name, 1, length(whole.name) + 1) = whole.name || '_'))
      ORDER BY 2, 1
      """;

  /** The types of what belongs to a table. */
  private static final Set<String> TABLE_PARTS = Set.of("table", "index");

  /** Its name stands alone in a database, but other databases ask for its table, too. */
  private static Definition trigger(String name, String table, String sql) {
    return Definition.of(Kind.TRIGGER, Identifiers.quote(name), sql)
        .onTable(QualifiedName.of(table));
  }

  /** There is nothing that takes time. */
  @Override
  public void prepare() {}

  /**
   * A row of the schema table.
   *
   * @param type what it is
   * @param name its name
   * @param table the table or view that it is or stands on
   * @param sql the statement that made it
   */
  private record Made(String type, String name, String table, String sql) {}

  @Override
  public Inspection inspect(Connection connection, Scope scope) throws SQLException {
    Schema shown = NameCase.adopt(schema(made(connection, scope)), scope.compared());
    return new Inspection(
        shown,
        Spellings.NONE.withDefinitions(
            Spellings.byName(shown, scope.compared(), (one, other) -> false)),
        List.of());
  }

  /** SQLite has one schema, and looks at what stands on what when it is used. */
  @Override
  public Survey survey(Connection connection, Set<QualifiedName> ownTables) throws SQLException {
    List<Made> made = made(connection, new Scope(Set.of(), ownTables, List.of()));
    Schema schema = schema(made);
    Map<QualifiedName, List<String>> statements =
        made.stream()
            .filter(row -> TABLE_PARTS.contains(row.type()))
            .collect(
                Collectors.groupingBy(
                    row -> QualifiedName.of(row.table()),
                    Collectors.mapping(Made::sql, Collectors.toList())));
    Map<String, String> virtual = virtualTables(connection);
    return new Survey(
        schema,
        Dependencies.NONE,
        VerbatimTable.texts(schema, statements),
        Stream.concat(
                virtual.values().stream().distinct().map("virtual table "::concat),
                ofOtherTools(connection).stream())
            .toList(),
        Unmakeable.of(connection, schema, virtual));
  }

  private static List<String> ofOtherTools(Connection connection) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(TABLES)) {
      while (rows.next()) {
        String name = rows.getString("name");
        if (Scope.OTHER_TOOLS.contains(name.toLowerCase(Locale.ROOT))) {
          lines.add("table %s, the records of another migration tool".formatted(name));
        }
      }
    }
    return lines;
  }

  private static List<Made> made(Connection connection, Scope scope) throws SQLException {
    List<Made> made = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(DEFINITIONS)) {
      while (rows.next()) {
        Made row =
            new Made(
                rows.getString("type"),
                rows.getString("name"),
                rows.getString("tbl_name"),
                rows.getString("sql"));
        if (!scope.ignores(QualifiedName.of(row.table()))) {
          made.add(row);
        }
      }
    }
    return made;
  }

  private static Schema schema(List<Made> made) {
    SchemaReader reader = new SchemaReader();
    List<Definition> definitions = new ArrayList<>();
    for (Made row : made) {
      switch (row.type()) {
        case "table" -> reader.table(row.sql());
        case "index" -> reader.index(row.table(), row.sql());
        case "view" ->
            definitions.add(Definition.of(Kind.VIEW, Identifiers.quote(row.table()), row.sql()));
        default -> definitions.add(trigger(row.name(), row.table(), row.sql()));
      }
    }
    return reader.schema().withDefinitions(definitions);
  }

  /** The virtual tables and those behind them, each with the virtual one. */
  private static Map<String, String> virtualTables(Connection connection) throws SQLException {
    Map<String, String> found = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(VIRTUAL_TABLES)) {
      while (rows.next()) {
        found.put(rows.getString("name"), rows.getString("virtual"));
      }
    }
    return found;
  }
}
