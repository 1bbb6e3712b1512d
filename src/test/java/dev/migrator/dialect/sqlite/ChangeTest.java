package dev.migrator.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.diff.SchemaDiffer;
import dev.migrator.operation.SchemaChange;
import dev.migrator.schema.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Changes of what no model states: what differs between two databases that statements made is
 * found, leads from one to the other, and back.
 */
class ChangeTest {

  /** The rows are there before; the two texts, each of one table, follow. */
  private record Case(String subject, String rows, String before, String after) {

    @Override
    public String toString() {
      return subject;
    }
  }

  private static List<Case> cases() {
    return List.of(
        new Case(
            "constraints without a name",
            "INSERT INTO t VALUES (1, 2, 1)",
            """
            CREATE TABLE t (a integer PRIMARY KEY, b integer UNIQUE CHECK (b > 0), c integer REFERENCES t,
              CHECK (a < b), UNIQUE (b, c))
            """,
            "CREATE TABLE t (a integer NOT NULL, b integer CHECK (b > 1), c integer PRIMARY KEY)"),
        new Case(
            "actions and deferral of foreign keys",
            "INSERT INTO t VALUES (1, 1, 1)",
            """
            CREATE TABLE t (a integer PRIMARY KEY, b integer REFERENCES t DEFERRABLE INITIALLY DEFERRED,
              c integer CONSTRAINT f REFERENCES t ON DELETE CASCADE)
            """,
            """
            CREATE TABLE t (a integer PRIMARY KEY, b integer REFERENCES t,
              c integer CONSTRAINT f REFERENCES t ON DELETE SET NULL ON UPDATE CASCADE)
            """),
        new Case(
            "conflict clauses",
            "INSERT INTO t VALUES (1, 1, 1)",
            "CREATE TABLE t (a integer PRIMARY KEY, b integer UNIQUE, c integer NOT NULL)",
            """
            CREATE TABLE t (a integer PRIMARY KEY, b integer UNIQUE ON CONFLICT REPLACE,
              c integer NOT NULL ON CONFLICT IGNORE)
            """),
        new Case(
            "AUTOINCREMENT comes",
            "INSERT INTO t VALUES (7, 'x')",
            "CREATE TABLE t (id integer PRIMARY KEY, a text)",
            "CREATE TABLE t (id integer PRIMARY KEY AUTOINCREMENT, a text)"),
        new Case(
            "STRICT and WITHOUT ROWID come",
            "INSERT INTO t VALUES (7, 'x')",
            "CREATE TABLE t (id integer NOT NULL PRIMARY KEY, a text)",
            "CREATE TABLE t (id integer NOT NULL PRIMARY KEY, a text) STRICT, WITHOUT ROWID"),
        new Case(
            "collation of columns and defaults",
            "INSERT INTO t (id, a) VALUES (7, 'x')",
            "CREATE TABLE t (id integer, a text COLLATE nocase DEFAULT 'it''s', b text DEFAULT \"x\")",
            "CREATE TABLE t (id integer, a text COLLATE rtrim DEFAULT 'is', b text)"),
        new Case(
            "generated columns",
            "INSERT INTO t (a) VALUES (3)",
            "CREATE TABLE t (a integer, b integer AS (a + 1) VIRTUAL, c integer AS (a * 2) STORED)",
            "CREATE TABLE t (a integer, b integer AS (a + 2) VIRTUAL, c integer AS (a * 2) VIRTUAL)"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void leadsThereAndBack(Case changed) throws Exception {
    try (SqliteFile database = new SqliteFile();
        SqliteFile other = new SqliteFile()) {
      database.execute(changed.before, changed.rows);
      other.execute(changed.after);
      Schema before = database.inspect();
      Schema after = other.inspect();
      List<SchemaChange> changes = SchemaDiffer.diff(before, after);
      assertThat(changes).isNotEmpty();
      List<String> rows = database.query("SELECT * FROM t");

      database.migrate(before, changes);
      assertThat(database.inspect()).isEqualTo(after);

      List<SchemaChange> back =
          new ArrayList<>(changes.stream().map(SchemaChange::inverse).toList());
      Collections.reverse(back);
      database.migrate(after, back);
      assertThat(database.inspect()).isEqualTo(before);
      assertThat(database.query("SELECT * FROM t")).isEqualTo(rows);
    }
  }
}
