package dev.migrator.dialect.sqlite;

import dev.migrator.dialect.Inspection;
import dev.migrator.dialect.Inspector;
import dev.migrator.dialect.Scope;
import dev.migrator.dialect.Spellings;
import dev.migrator.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Reads the definitions that SQLite keeps as text. Virtual tables and the tables behind them belong
 * to their modules and are left out.
 *
 * @see <a href="https://www.sqlite.org/schematab.html">SQLite: the schema table</a>
 */
final class SqliteInspector implements Inspector {

  private static final String DEFINITIONS =
      """
      SELECT type, tbl_name, sql
      FROM sqlite_schema
      WHERE type IN ('table', 'index')
        AND sql IS NOT NULL
        AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
        AND tbl_name IN (
          SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table')
      ORDER BY type DESC, name
      """;

  @Override
  public Inspection inspect(Connection connection, Scope scope) throws SQLException {
    SchemaReader reader = new SchemaReader();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(DEFINITIONS)) {
      while (rows.next()) {
        String table = rows.getString("tbl_name");
        if (scope.ignores(QualifiedName.of(table))) {
          continue;
        }
        if (rows.getString("type").equals("table")) {
          reader.table(rows.getString("sql"));
        } else {
          reader.index(table, rows.getString("sql"));
        }
      }
    }
    return new Inspection(NameCase.adopt(reader.schema(), scope.compared()), Spellings.NONE);
  }
}
