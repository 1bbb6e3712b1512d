package dev.migrator.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.dialect.SqlSplitter;
import dev.migrator.execute.ExecutionListener;
import dev.migrator.schema.SqlTokens;
import dev.migrator.testing.TestDatabase;
import dev.migrator.testing.TestProject;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
      CREATE TABLE apart (n INT PRIMARY KEY, v REAL, UNIQUE (v DESC));
      CREATE TABLE downwards (n INTEGER NOT NULL PRIMARY KEY DESC, t TEXT, UNIQUE (t COLLATE NOCASE, n DESC));
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

  private static final List<String> KEYS =
      List.of(
          "CREATE TABLE a (id INT PRIMARY KEY, b REAL NULL ON CONFLICT FAIL, CHECK (b <> 7) ON CONFLICT ROLLBACK)",
          "INSERT INTO a VALUES (NULL, 1), (NULL, 1.5), ('x', 2)",
          "CREATE TABLE d (id INTEGER PRIMARY KEY DESC, b TEXT COLLATE BINARY, UNIQUE (b COLLATE NOCASE DESC))",
          "INSERT INTO d VALUES (NULL, 'x'), (5, 'y')",
          "CREATE TABLE s (id ANY, b TEXT, c REAL, PRIMARY KEY (b DESC, id)) STRICT, WITHOUT ROWID",
          "INSERT INTO s VALUES (1, 'x', 1), ('1', 'x', 2.5)");

  private static final String REBUILD =
      """
      revision: second
      revises: [%s]
      message: rebuild
      created: 2026-11-29T00:00:00Z
      upgrade:
        - add_check: {table: a, name: ck_a, expression: 1 = 1}
        - add_check: {table: d, name: ck_d, expression: 1 = 1}
        - add_column: {table: s, column: {name: taken, type: timestamp}}
        - add_check: {table: s, name: ck_s, expression: 1 = 1}
      downgrade:
        - drop_check: {table: s, name: ck_s, expression: 1 = 1}
        - drop_column: {table: s, column: {name: taken, type: timestamp}}
        - drop_check: {table: d, name: ck_d, expression: 1 = 1}
        - drop_check: {table: a, name: ck_a, expression: 1 = 1}
      """;

  @Test
  void staysTheSameWhereItIsRebuilt() throws IOException, SQLException {
    try (TestDatabase database = TestDatabase.sqlite();
        Connection connection = DriverManager.getConnection(database.url());
        Statement statement = connection.createStatement();
        TestProject project = new TestProject(database.url(), Map.of())) {
      for (String sql : KEYS) {
        statement.execute(sql);
      }
      List<String> before = rows(statement);
      Import.Result imported =
          Import.run(
              project.open(), new Import.Request("baseline", true), ExecutionListener.SILENT);
      Files.writeString(
          project.folder().resolve("migrations").resolve("second.yaml"),
          REBUILD.formatted(imported.revision()));
      project.upgrade("head", ExecutionListener.SILENT);
      assertThat(project.check().findings()).isEmpty();
      assertThat(rows(statement)).isEqualTo(before);
      project.downgrade("-1", ExecutionListener.SILENT);
      assertThat(rows(statement)).isEqualTo(before);
    }
  }

  private static List<String> rows(Statement statement) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (ResultSet found =
        statement.executeQuery(
            """
            SELECT 'a', quote(id), quote(b) FROM a
            UNION ALL SELECT 'd', quote(id), quote(b) FROM d
            UNION ALL SELECT 's', quote(id), quote(c) FROM s
            UNION ALL
            SELECT list.name, key.name || ' ' || lower(key.coll), key."desc"
            FROM pragma_table_list AS tables, pragma_index_list(tables.name) AS list,
              pragma_index_xinfo(list.name) AS key
            WHERE tables.name IN ('a', 'd', 's') AND key.key
            ORDER BY 1, 2, 3
            """)) {
      while (found.next()) {
        rows.add(String.join(" | ", found.getString(1), found.getString(2), found.getString(3)));
      }
    }
    return rows;
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
