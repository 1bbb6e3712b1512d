package dev.migrator.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.operation.AddCheck;
import dev.migrator.operation.AddColumn;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.DropCheck;
import dev.migrator.schema.BasicType;
import dev.migrator.schema.BasicType.Kind;
import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Column;
import dev.migrator.schema.Expression;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.TypeSpelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as people write them, rebuilt: clauses, rows and what they accept stay what they were. */
class RebuiltTableTest {

  private static final QualifiedName TABLE = QualifiedName.of("t");
  private static final CheckConstraint CHECK =
      new CheckConstraint(Optional.of("ck"), Expression.of("1 = 1"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE t (a INT PRIMARY KEY, b); INSERT INTO t VALUES (NULL, 1), (NULL, 1), ('x', 2)",
        "CREATE TABLE t (a INTEGER PRIMARY KEY DESC, b); INSERT INTO t VALUES (NULL, 1), (5, 1)",
        "CREATE TABLE t (a MEDIUMINT NOT NULL PRIMARY KEY, b); INSERT INTO t VALUES ('x', 1)",
        "CREATE TABLE t (a integer(5) PRIMARY KEY, b); INSERT INTO t VALUES (NULL, 1), (NULL, 2)",
        "CREATE TABLE t (a INTEGER, b, PRIMARY KEY (a DESC)); INSERT INTO t VALUES (NULL, 1)",
        "CREATE TABLE t (a INTEGER PRIMARY KEY, b); INSERT INTO t VALUES (NULL, 1), (7, 2)",
        "CREATE TABLE t (a TEXT PRIMARY KEY, b); INSERT INTO t VALUES (NULL, 1), (NULL, 1)",
        "CREATE TABLE t (a TEXT, b INTEGER NOT NULL, PRIMARY KEY (b, a)); INSERT INTO t VALUES (NULL, 1), (NULL, 1)",
        "CREATE TABLE t (a, b, PRIMARY KEY (b DESC, a)); INSERT INTO t VALUES (1, NULL), (2, 2)",
        "CREATE TABLE t (a, b, PRIMARY KEY (b DESC, a)) WITHOUT ROWID; INSERT INTO t VALUES (1, 1), (2, 2)",
        "CREATE TABLE t (a INTEGER PRIMARY KEY DESC, b) WITHOUT ROWID; INSERT INTO t VALUES (1, 1), (2, 2)",
        "CREATE TABLE t (a TEXT, b, PRIMARY KEY (a COLLATE NOCASE DESC, b)) WITHOUT ROWID; INSERT INTO t VALUES ('a', 1), ('b', 2)",
        "CREATE TABLE t (a TEXT COLLATE BINARY, b, UNIQUE (a COLLATE NOCASE, b DESC)); INSERT INTO t VALUES (NULL, 1)",
        "CREATE TABLE t (a TEXT COLLATE \"binary\", b TEXT COLLATE NOCASE, UNIQUE (b COLLATE BINARY)); INSERT INTO t VALUES (1, 'a'), (1, 'A')",
        "CREATE TABLE t (a TEXT COLLATE NOCASE UNIQUE, b, UNIQUE (b DESC), UNIQUE (a COLLATE NOCASE, b)); INSERT INTO t VALUES ('a', 1)",
        "CREATE TABLE t (a INT REFERENCES t (b) NOT DEFERRABLE INITIALLY DEFERRED, b INT UNIQUE ON CONFLICT IGNORE); INSERT INTO t VALUES (1, 1)",
        "CREATE TABLE t (a INT NULL ON CONFLICT FAIL NOT NULL, b INT NULL ON CONFLICT IGNORE, CHECK (a > 0) ON CONFLICT IGNORE CONSTRAINT ck_b CHECK (b <> 7) ON CONFLICT REPLACE); INSERT INTO t VALUES (1, NULL)",
        "CREATE TABLE t (a INT PRIMARY KEY, b REAL) STRICT; INSERT INTO t VALUES (1, 1.5)",
        "CREATE TABLE t (a INTEGER PRIMARY KEY DESC, b REAL) STRICT; INSERT INTO t VALUES (1, 1.5)",
        "CREATE TABLE t (a INT, b INTEGER, c REAL, d TEXT, e BLOB, f ANY) STRICT; INSERT INTO t VALUES (1, 2, 3, '4', x'05', '6'), (NULL, NULL, NULL, NULL, NULL, 6.5)",
        "CREATE TABLE t (a ANY PRIMARY KEY, b real DEFAULT 1.0, c real AS (b * 2)) STRICT, WITHOUT ROWID; INSERT INTO t VALUES ('1', 1), (1, 2)",
      })
  void staysWhatItWas(String script) throws Exception {
    try (SqliteFile file = new SqliteFile()) {
      file.execute(script.split("; "));
      List<String> before = state(file);
      Schema schema = file.inspect();
      Schema checked = file.migrate(schema, new AddCheck(TABLE, CHECK));
      assertThat(state(file)).isEqualTo(before);
      assertThat(file.inspect()).isEqualTo(SqliteFile.normalize(checked));
      file.migrate(checked, new DropCheck(TABLE, CHECK));
      assertThat(state(file)).isEqualTo(before);
      assertThat(file.inspect()).isEqualTo(SqliteFile.normalize(schema));
    }
  }

  /** All but the spelling of types and names, as SQLite itself tells it. */
  private static List<String> state(SqliteFile file) throws Exception {
    List<String> state = new ArrayList<>();
    state.addAll(
        file.query(
            "SELECT name, pk = 0 AND \"notnull\", dflt_value, pk, hidden FROM pragma_table_xinfo('t')"));
    state.addAll(file.query("SELECT wr, strict FROM pragma_table_list WHERE name = 't'"));
    state.addAll(
        file.query(
            """
            SELECT list.origin || list."unique" || group_concat(
              info.seqno || ' ' || coalesce(info.name, '') || info."desc" || lower(info.coll) || info.key)
            FROM pragma_index_list('t') AS list, pragma_index_xinfo(list.name) AS info
            GROUP BY list.name
            ORDER BY 1"""));
    for (String column : file.query("SELECT name FROM pragma_table_xinfo('t')")) {
      state.addAll(
          file.query("SELECT quote(%1$s), typeof(%1$s) FROM t ORDER BY 1".formatted(column)));
    }
    return state;
  }

  /** What SQLite says by itself when the rows are copied is not what a person can use. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "CREATE TABLE t (a TEXT) STRICT | 'abc', '7' | integer | t.a holds a value that is not an integer, which a STRICT table refuses; change such rows first",
        "CREATE TABLE t (a REAL) STRICT | 1.5, 2 | native(int) |",
        "CREATE TABLE t (a ANY) STRICT | 1.5, 'x' | native(int) | t.a holds a value that is not an integer",
        "CREATE TABLE t (a TEXT) STRICT | '1.0', ' 12 ', '1e3', NULL | bigint |",
        "CREATE TABLE t (a TEXT) STRICT | '12a' | bigint | t.a holds a value that is not an integer",
        "CREATE TABLE t (a TEXT) STRICT | '9223372036854775808' | bigint | t.a holds a value that is not an integer",
        "CREATE TABLE t (a TEXT) STRICT | '1.5', '.5e1', '' | native(real) | t.a holds a value that is not a number",
        "CREATE TABLE t (a TEXT) STRICT | '1.5', '.5e1' | native(real) |",
        "CREATE TABLE t (a ANY) STRICT | 1, 'x', x'00' | native(text) | t.a holds a value that is not a text",
        "CREATE TABLE t (a ANY) STRICT | 1, 'x' | native(text) |",
        "CREATE TABLE t (a ANY) STRICT | x'00', 'x' | native(blob) |",
      })
  void tellsWhichValuesAStrictTableRefuses(
      String table, String values, String type, @Nullable String message) throws Exception {
    try (SqliteFile file = new SqliteFile()) {
      file.execute(table, "INSERT INTO t VALUES (%s)".formatted(values.replace(", ", "), (")));
      Schema schema = file.inspect();
      Column before = schema.tables().get(0).column("a").orElseThrow();
      AlterColumn change =
          AlterColumn.between(TABLE, before, before.withType(TypeSpelling.parse(type)));
      if (message == null) {
        file.migrate(schema, change);
      } else {
        assertThatThrownBy(() -> file.migrate(schema, change)).hasMessageContaining(message);
      }
    }
  }

  @Test
  void tellsOfNullsThatTheRevisionsDoNotKnow() throws Exception {
    try (SqliteFile file = new SqliteFile()) {
      file.execute(
          "CREATE TABLE t (a INTEGER NOT NULL, b TEXT NOT NULL PRIMARY KEY, c INT NOT NULL)");
      Schema schema = file.inspect();
      file.execute(
          "DROP TABLE t",
          "CREATE TABLE t (a INTEGER NOT NULL, b TEXT PRIMARY KEY, c INT)",
          "INSERT INTO t VALUES (1, NULL, 2)");
      assertThatThrownBy(() -> file.migrate(schema, new AddCheck(TABLE, CHECK)))
          .hasMessageContaining(
              "t.a, t.b, t.c cannot be NOT NULL: there are rows without a value; give them one first");
    }
  }

  @Test
  void takesColumnsOfEachTypeThoughStrict() throws Exception {
    try (SqliteFile file = new SqliteFile()) {
      file.execute("CREATE TABLE t (a INT) STRICT", "INSERT INTO t VALUES (1)");
      Schema schema = file.inspect();
      for (Kind kind : Kind.values()) {
        BasicType type = kind == Kind.CHAR ? BasicType.of(kind, 3) : BasicType.of(kind);
        Column added = Column.of("c_" + kind, type, true);
        schema = file.migrate(schema, new AddColumn(TABLE, added));
      }
      schema = file.migrate(schema, new AddCheck(TABLE, CHECK));
      assertThat(file.inspect()).isEqualTo(SqliteFile.normalize(schema));
      assertThat(file.query("SELECT count(*) FROM t")).containsExactly("1");
    }
  }
}
