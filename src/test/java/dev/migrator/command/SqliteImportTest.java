package dev.migrator.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.dialect.SqlSplitter;
import dev.migrator.schema.SqlTokens;
import dev.migrator.testing.TestDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every clause of SQLite's tables, imported and recreated word for word. */
class SqliteImportTest {

  private static final String SCHEMA =
      """
      CREATE TABLE Plain (a, b INT, c VARCHAR (20), "d e" [ODD type](1, 2), f real default -1.5);
      CREATE TABLE strict_one (id INTEGER PRIMARY KEY ASC, body ANY, blob BLOB NOT NULL) STRICT;
      CREATE TABLE keyed (k TEXT COLLATE NOCASE, v INTEGER, PRIMARY KEY (k DESC, v)) WITHOUT ROWID, STRICT;
      CREATE TABLE counted (id INTEGER CONSTRAINT the_key PRIMARY KEY ON CONFLICT REPLACE AUTOINCREMENT,
        n TEXT CONSTRAINT named NOT NULL ON CONFLICT IGNORE CONSTRAINT one UNIQUE ON CONFLICT ROLLBACK,
        size INT CHECK (size > 0) /* why */ CHECK (size < 100),
        twice INT GENERATED ALWAYS AS (size * 2) VIRTUAL, thrice INT AS (size * 3) STORED,
        made TEXT DEFAULT CURRENT_TIMESTAMP, calc INT DEFAULT (1 + 2), x'' TEXT,
        CONSTRAINT pair UNIQUE (n, size) ON CONFLICT FAIL, CHECK (n <> 'it''s -- not a comment'));
      CREATE TABLE child (id INTEGER PRIMARY KEY, up INT REFERENCES counted, own INT REFERENCES child (id)
          ON DELETE CASCADE ON UPDATE SET NULL DEFERRABLE INITIALLY DEFERRED,
        k TEXT, v INT, CONSTRAINT both FOREIGN KEY (k, v) REFERENCES keyed (k, v) MATCH FULL NOT DEFERRABLE);
      CREATE INDEX by_size ON counted (size DESC, n COLLATE NOCASE) WHERE size > 10;
      CREATE UNIQUE INDEX "by lower" ON counted (lower(n));
      CREATE VIEW big AS SELECT id, n FROM counted WHERE size > 50;
      CREATE TRIGGER follow AFTER UPDATE OF n ON counted FOR EACH ROW WHEN new.n <> old.n
        BEGIN UPDATE child SET k = new.n WHERE up = new.id; INSERT INTO Plain (a) VALUES (1); END;
      CREATE TRIGGER through INSTEAD OF DELETE ON big BEGIN DELETE FROM counted WHERE id = old.id; END;
      CREATE VIRTUAL TABLE found USING fts5(body);
      """
          .replace("x'' TEXT", "\"select\" TEXT");

  @Test
  void isMadeTheSame() throws IOException, SQLException {
    try (TestDatabase first = TestDatabase.sqlite();
        TestDatabase second = TestDatabase.sqlite()) {
      try (Connection connection = DriverManager.getConnection(first.url());
          Statement statement = connection.createStatement()) {
        for (String sql : SqlSplitter.split(SCHEMA)) {
          statement.execute(sql);
        }
      }
      Import.Result result = ImportedCopy.test(first, second, SqliteImportTest::dump, List.of());
      assertThat(result.leftOut()).containsExactly("virtual table found");
    }
  }

  /** What {@code sqlite_schema} holds, without what belongs to virtual tables and to the tool. */
  static SortedSet<String> dump(Connection connection) throws SQLException {
    SortedSet<String> rows = new TreeSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                """
                SELECT type, name, tbl_name, coalesce(sql, '')
                FROM sqlite_schema
                WHERE tbl_name NOT LIKE 'migrator%' AND name <> 'sqlite_sequence'
                  AND tbl_name IN (
                    SELECT name FROM pragma_table_list WHERE type IN ('table', 'view'))
                """)) {
      while (found.next()) {
        rows.add(
            "%s | %s | %s | %s"
                .formatted(
                    found.getString(1), found.getString(2), found.getString(3), tokens(found)));
      }
    }
    return rows;
  }

  private static String tokens(ResultSet row) throws SQLException {
    return SqlTokens.of(row.getString(4)).stream()
        .map(
            token ->
                token.kind() == SqlTokens.Kind.WORD
                    ? token.text().toLowerCase(Locale.ROOT)
                    : token.text())
        .collect(Collectors.joining(" "));
  }
}
