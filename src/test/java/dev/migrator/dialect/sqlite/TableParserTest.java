package dev.migrator.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.schema.Column;
import dev.migrator.schema.ConflictAction;
import dev.migrator.schema.Deferral;
import dev.migrator.schema.Expression;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.ForeignKeyAction;
import dev.migrator.schema.ForeignKeyOptions;
import dev.migrator.schema.Generated;
import dev.migrator.schema.KeyOptions;
import dev.migrator.schema.PrimaryKey;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableOptions;
import dev.migrator.schema.UniqueConstraint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every definition is given to SQLite first, so that none is of a grammar of our own. */
class TableParserTest {

  private static Table read(String... definitions) throws Exception {
    try (SqliteFile file = new SqliteFile()) {
      file.execute(definitions);
      return file.inspect().tables().get(0);
    }
  }

  private static Column column(String definition) throws Exception {
    return read("CREATE TABLE t (%s)".formatted(definition)).columns().get(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a INT | integer",
        "a Integer | integer",
        "a VARCHAR ( 20 ) | varchar(20)",
        "a numeric(10 , 2) | numeric(10,2)",
        "a double   precision | double",
        "a \"double\" \"precision\" | double",
        "a timestamp with time zone | timestamp",
        "a time(6) | time",
        "a datetime | timestamp",
        "a | blob",
        "a 'text' | text",
        "a unsigned big int | native(unsigned big int)",
        "a text(10) | native(text(10))",
        "a character(3) | char(3)",
        "a char | char(1)",
        "a decimal(5) | numeric(5)",
        "a text COLLATE NOCASE | text",
        "a int, b GENERATED ALWAYS AS (a+1) | integer",
      })
  void readsTypes(String definition, String type) throws Exception {
    assertThat(column(definition).type().spelling()).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "a int DEFAULT 1 # 1",
        "a int DEFAULT -1 # -1",
        "a int DEFAULT +1.5e3 # +1.5e3",
        "a text DEFAULT 'it''s' # 'it''s'",
        "a text DEFAULT \"it's\" # 'it''s'",
        "a text DEFAULT word # 'word'",
        "a blob DEFAULT x'00ff' # x'00ff'",
        "a bool DEFAULT TRUE # true",
        "a text DEFAULT CURRENT_TIMESTAMP # current_timestamp",
        "a text DEFAULT( Lower( 'A' || 'b' ) ) # lower('A' || 'b')",
        "a int DEFAULT ((1 + 2) * -3) CHECK (a > 0) # (1 + 2) * -3",
        "a int CONSTRAINT d DEFAULT 5 CONSTRAINT n NOT NULL # 5",
      })
  void readsDefaults(String definition, String value) throws Exception {
    assertThat(column(definition).defaultValue().map(String::valueOf)).contains(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a int", "a int NULL", "a int DEFAULT NULL", "a text DEFAULT (NULL)"})
  void readsColumnsThatNeedNothing(String definition) throws Exception {
    Column column = column(definition);
    assertThat(column.nullable()).isTrue();
    assertThat(column.defaultValue()).isEmpty();
  }

  @Test
  void readsConstraintsOnColumns() throws Exception {
    Table table =
        read(
            """
            CREATE TABLE t (
              id INTEGER CONSTRAINT pk PRIMARY KEY DESC ON CONFLICT ABORT AUTOINCREMENT,
              a TEXT NOT NULL ON CONFLICT FAIL UNIQUE ON CONFLICT IGNORE,
              b INT CONSTRAINT ub UNIQUE CONSTRAINT positive CHECK (b > 0) CHECK(b<9),
              c INT REFERENCES t,
              d INT CONSTRAINT fd REFERENCES t (b) ON DELETE SET NULL ON UPDATE CASCADE
                MATCH FULL NOT DEFERRABLE INITIALLY IMMEDIATE DEFAULT 4
            )"""
                .replace(" DESC", ""));
    assertThat(table.primaryKey())
        .contains(
            new PrimaryKey(Optional.of("pk"), List.of("id"), onConflict(ConflictAction.ABORT)));
    assertThat(table.options()).isEqualTo(TableOptions.sqlite(false, true, false));
    assertThat(table.uniques())
        .containsExactlyInAnyOrder(
            new UniqueConstraint(Optional.empty(), List.of("a"))
                .withOptions(onConflict(ConflictAction.IGNORE)),
            new UniqueConstraint(Optional.of("ub"), List.of("b")));
    assertThat(table.checks())
        .extracting(check -> check.name() + ": " + check.expression())
        .containsExactlyInAnyOrder("Optional[positive]: b > 0", "Optional.empty: b < 9");
    assertThat(table.foreignKeys())
        .containsExactlyInAnyOrder(
            key(
                Optional.empty(),
                "c",
                "id",
                ForeignKeyAction.NO_ACTION,
                ForeignKeyAction.NO_ACTION),
            key(Optional.of("fd"), "d", "b", ForeignKeyAction.SET_NULL, ForeignKeyAction.CASCADE));
    assertThat(table.column("a").orElseThrow().options().onConflict())
        .contains(ConflictAction.FAIL);
    assertThat(table.column("a").orElseThrow().nullable()).isFalse();
    assertThat(table.column("d").orElseThrow().defaultValue()).isPresent();
    assertThat(table.column("id").orElseThrow().nullable()).isFalse();
  }

  private static KeyOptions onConflict(ConflictAction action) {
    return KeyOptions.sqlite(Optional.of(action), List.of(), Map.of());
  }

  private static ForeignKey key(
      Optional<String> name,
      String column,
      String referenced,
      ForeignKeyAction onDelete,
      ForeignKeyAction onUpdate) {
    return new ForeignKey(
        name, List.of(column), QualifiedName.of("t"), List.of(referenced), onDelete, onUpdate);
  }

  @Test
  void readsConstraintsOnTheTable() throws Exception {
    Table table =
        read(
            """
            CREATE TABLE t (a, b, c,
              CONSTRAINT pk PRIMARY KEY (a COLLATE nocase DESC, B) ON CONFLICT REPLACE
              UNIQUE (c, a ASC),
              CONSTRAINT forgotten
              CONSTRAINT u UNIQUE (b) ON CONFLICT ROLLBACK,
              CHECK (a <> ')' AND (b OR c)) CONSTRAINT f FOREIGN KEY (A, b) REFERENCES T (a, B)
                ON DELETE NO ACTION ON UPDATE RESTRICT DEFERRABLE INITIALLY DEFERRED
            ) WITHOUT ROWID, STRICT"""
                .replace("a, b, c,", "a TEXT, b TEXT, c TEXT,"));
    assertThat(table.primaryKey())
        .contains(
            new PrimaryKey(
                Optional.of("pk"),
                List.of("a", "b"),
                KeyOptions.sqlite(
                    Optional.of(ConflictAction.REPLACE), List.of("a"), Map.of("a", "nocase"))));
    assertThat(table.options()).isEqualTo(TableOptions.sqlite(true, false, true));
    assertThat(table.uniques())
        .containsExactlyInAnyOrder(
            new UniqueConstraint(Optional.empty(), List.of("c", "a")),
            new UniqueConstraint(Optional.of("u"), List.of("b"))
                .withOptions(onConflict(ConflictAction.ROLLBACK)));
    assertThat(table.checks())
        .extracting(check -> check.expression().toString())
        .containsExactly("a <> ')' and (b or c)");
    assertThat(table.foreignKeys())
        .containsExactly(
            new ForeignKey(
                Optional.of("f"),
                List.of("a", "b"),
                QualifiedName.of("t"),
                List.of("a", "b"),
                ForeignKeyAction.NO_ACTION,
                ForeignKeyAction.RESTRICT,
                ForeignKeyOptions.NONE.withDeferral(Deferral.INITIALLY_DEFERRED)));
  }

  @Test
  void readsOddNamesAndComments() throws Exception {
    Table table =
        read(
            """
            CREATE /* a */ TABLE IF NOT EXISTS "odd "" table" -- (not this)
            ( [first column] int, `second``one` text /* , not this int */ DEFAULT 'x',
              'third' text, "Fourth" text CHECK ("Fourth" <> [first column] AND fourth <> "text"),
              "order" int CHECK ("order" > key), key int, größe int)""");
    assertThat(table.name()).isEqualTo(QualifiedName.of("odd \" table"));
    assertThat(table.columns())
        .extracting(Column::name)
        .containsExactly("first column", "second`one", "third", "Fourth", "order", "key", "größe");
    assertThat(table.checks())
        .extracting(check -> check.expression().toString())
        .containsExactly(
            "\"Fourth\" <> \"first column\" and \"Fourth\" <> 'text'", "\"order\" > key");
  }

  @Test
  void readsGeneratedColumns() throws Exception {
    Table table =
        read(
            """
            CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 2) STORED,
              c text AS ('x' || "a") VIRTUAL NOT NULL, d AS (a))""");
    assertThat(table.columns())
        .extracting(column -> column.type().spelling())
        .containsExactly("integer", "integer", "text", "blob");
    assertThat(table.columns())
        .extracting(Column::generated)
        .containsExactly(
            Optional.empty(),
            Optional.of(Generated.stored(Expression.of("a * 2"))),
            Optional.of(Generated.virtual(Expression.of("'x' || a"))),
            Optional.of(Generated.virtual(Expression.of("a"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a text COLLATE NOCASE | nocase",
        "a text CONSTRAINT c COLLATE \"RTrim\" NOT NULL | rtrim",
        "a text COLLATE binary |",
        "a text |",
      })
  void readsCollations(String definition, @Nullable String collation) throws Exception {
    assertThat(column(definition).collation()).isEqualTo(Optional.ofNullable(collation));
  }

  @Test
  void readsWhatAlterTableWrote() throws Exception {
    Table table =
        read(
            "CREATE TABLE t (a int, CHECK (a > 1))",
            "ALTER TABLE t ADD COLUMN b int CONSTRAINT cb CHECK (b > a) DEFAULT 3",
            "ALTER TABLE t RENAME COLUMN a TO \"A b\"",
            "ALTER TABLE t RENAME TO u");
    assertThat(table.name()).isEqualTo(QualifiedName.of("u"));
    assertThat(table.checks())
        .extracting(check -> check.expression().toString())
        .containsExactly("\"A b\" > 1", "b > \"A b\"");
  }

  @Test
  void readsIndexes() throws Exception {
    Table table =
        read(
            "CREATE TABLE t (a int, \"B c\" text, d text)",
            "CREATE UNIQUE INDEX IF NOT EXISTS one ON T (A DESC, [b C] ASC, lower(D), d COLLATE NOCASE DESC) WHERE D IS NOT NULL",
            "CREATE INDEX \"two 2\" ON t ('d')");
    assertThat(table.indexes())
        .extracting(TableParserTest::text)
        .containsExactly(
            "CREATE UNIQUE INDEX one ON t (a DESC, \"B c\", lower(d), d collate nocase DESC) WHERE d is not null",
            "CREATE INDEX \"two 2\" ON t (d)");
  }

  private static String text(dev.migrator.schema.Index index) {
    return TableSql.createIndex(QualifiedName.of("t"), index);
  }

  @Test
  void namesWhatItCannotRead() {
    assertThatThrownBy(() -> TableParser.parse("CREATE TABLE t (a int, CHECK a)"))
        .hasMessage(
            "cannot read this definition: expected '(', found 'a' in: CREATE TABLE t (a int, CHECK a)");
  }
}
