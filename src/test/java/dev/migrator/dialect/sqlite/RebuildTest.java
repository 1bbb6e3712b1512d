package dev.migrator.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.dialect.Statement;
import dev.migrator.operation.AddCheck;
import dev.migrator.operation.AddColumn;
import dev.migrator.operation.AddEnumValue;
import dev.migrator.operation.AddForeignKey;
import dev.migrator.operation.AddUnique;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.AlterEnum;
import dev.migrator.operation.Change;
import dev.migrator.operation.DropByName;
import dev.migrator.operation.DropColumn;
import dev.migrator.operation.Operation;
import dev.migrator.operation.RenameEnumValue;
import dev.migrator.operation.TypeChange;
import dev.migrator.operation.Using;
import dev.migrator.schema.BasicType;
import dev.migrator.schema.BasicType.Kind;
import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Expression;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.ForeignKeyAction;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.UniqueConstraint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A rebuild keeps everything that it was not asked to change, or stops and changes nothing. */
class RebuildTest {

  private final SqliteFile file = open();
  private Schema schema = Schema.EMPTY;

  private static SqliteFile open() {
    try {
      return new SqliteFile();
    } catch (java.sql.SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @BeforeEach
  void fill() throws Exception {
    schema = Blog.fill(file);
  }

  @AfterEach
  void close() throws Exception {
    file.close();
  }

  private static AlterColumn phoneNotNull() {
    return nullable(Blog.USERS, "phone", false);
  }

  private static AlterColumn nullable(QualifiedName table, String column, boolean to) {
    return new AlterColumn(
        table,
        column,
        Optional.empty(),
        Optional.of(new Change<>(!to, to)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static AlterColumn type(QualifiedName table, String column, ColumnType to) {
    return new AlterColumn(
        table,
        column,
        Optional.of(TypeChange.of(BasicType.varchar(255), to)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private void migrate(Operation... operations) throws Exception {
    schema = file.migrate(schema, operations);
    assertThat(file.inspect().withDefinitions(List.of())).isEqualTo(SqliteFile.normalize(schema));
    assertThat(file.query("PRAGMA integrity_check")).containsExactly("ok");
    assertThat(file.query("PRAGMA foreign_key_check")).isEmpty();
    assertThat(file.query("PRAGMA foreign_keys")).containsExactly("1");
    assertThat(file.query("SELECT name FROM sqlite_temp_schema")).isEmpty();
  }

  private void fails(String message, Operation... operations) throws Exception {
    List<String> before = file.query("SELECT * FROM sqlite_schema");
    assertThatThrownBy(() -> file.migrate(schema, operations)).hasMessageContaining(message);
    assertThat(file.query("SELECT * FROM sqlite_schema")).isEqualTo(before);
    assertThat(file.query("SELECT count(*) FROM users")).containsExactly("2");
    assertThat(file.query("SELECT count(*) FROM profiles")).containsExactly("2");
    assertThat(file.query("PRAGMA foreign_keys")).containsExactly("1");
    assertThat(file.query("PRAGMA legacy_alter_table")).containsExactly("0");
    assertThat(file.query("SELECT name FROM sqlite_temp_schema")).isEmpty();
  }

  @Test
  void namesItsChangesWhereTheyAreFew() {
    AlterColumn active = nullable(Blog.USERS, "active", true);
    AlterColumn token = nullable(Blog.USERS, "token", true);

    assertThat(descriptions(phoneNotNull(), active))
        .contains(
            "rebuild table users: %s, %s".formatted(phoneNotNull().describe(), active.describe()));
    assertThat(descriptions(phoneNotNull(), active, token))
        .contains("rebuild table users (3 changes)");
  }

  private List<String> descriptions(Operation... operations) {
    return new SqliteSqlGenerator()
        .generate(List.of(operations), schema).stream().map(Statement::description).toList();
  }

  @Test
  void keepsChildRowsUnderCascade() throws Exception {
    file.execute("UPDATE users SET phone = '999' WHERE phone IS NULL");
    List<String> before = file.query("SELECT * FROM users");
    migrate(phoneNotNull());
    assertThat(file.query("SELECT * FROM users")).isEqualTo(before);
    assertThat(file.query("SELECT user_id, gender FROM profiles"))
        .containsExactly("1|FEMALE", "2|UNDEFINED");
    file.execute("DELETE FROM users WHERE id = 1");
    assertThat(file.query("SELECT user_id FROM profiles")).containsExactly("2");
  }

  @Test
  void keepsTriggersViewsIndexesAndUnnamedChecks() throws Exception {
    file.execute(
        "CREATE TABLE flyway_schema_history (line text)",
        "CREATE TRIGGER users_added AFTER INSERT ON users BEGIN INSERT INTO flyway_schema_history VALUES (new.username); END",
        "CREATE TRIGGER logged AFTER INSERT ON flyway_schema_history BEGIN UPDATE users SET karma = 5 WHERE username = new.line; END",
        "CREATE VIEW emails AS SELECT email FROM users",
        "CREATE VIEW more AS SELECT u.email, e.email AS again FROM users u JOIN emails e USING (email)");
    migrate(
        type(Blog.USERS, "username", BasicType.of(Kind.TEXT)),
        new AddCheck(
            Blog.USERS,
            new CheckConstraint(Optional.of("ck_users_name"), Expression.of("username <> ''"))));
    file.execute("INSERT INTO users (username, email) VALUES ('eve', 'eve@x')");
    assertThat(file.query("SELECT * FROM flyway_schema_history")).containsExactly("eve");
    assertThat(file.query("SELECT karma FROM users WHERE username = 'eve'")).containsExactly("5");
    assertThat(file.query("SELECT count(*) FROM more")).containsExactly("3");
    assertThatThrownBy(() -> file.execute("UPDATE users SET karma = 13"))
        .hasMessageContaining("karma <> 13");
    assertThatThrownBy(() -> file.execute("UPDATE users SET username = ''"))
        .hasMessageContaining("ck_users_name");
    try (var other =
            SqliteFile.DIALECT.connect(
                file.url(), new java.util.Properties(), dev.migrator.dialect.Dialect.Access.READ);
        var statement = other.createStatement();
        var rows =
            statement.executeQuery("SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'")) {
      assertThat(rows.getInt(1)).isEqualTo(2);
    }
  }

  @Test
  void stopsWhereAViewOrTriggerWouldBreak() throws Exception {
    Operation drop =
        new DropColumn(
            Blog.USERS, schema.table(Blog.USERS).orElseThrow().column("karma").orElseThrow());
    Operation dropCheck =
        new dev.migrator.operation.DropCheck(
            Blog.USERS, new CheckConstraint(Optional.empty(), Expression.of("karma <> 13")));
    file.execute("CREATE VIEW karmas AS SELECT karma FROM users");
    fails("view 'karmas' would no longer work: no such column: karma", dropCheck, drop);
    file.execute(
        "DROP VIEW karmas",
        "CREATE TRIGGER k AFTER UPDATE OF email ON users BEGIN UPDATE profiles SET age = old.karma; END");
    fails("trigger 'k' would no longer work", dropCheck, drop);
    file.execute("DROP TRIGGER k");
    migrate(dropCheck, drop);
  }

  @Test
  void leavesAloneWhatWasBrokenBefore() throws Exception {
    file.execute(
        "CREATE VIEW broken AS SELECT missing FROM users",
        "PRAGMA foreign_keys = OFF",
        "INSERT INTO profiles (user_id) VALUES (77)",
        "PRAGMA foreign_keys = ON");
    schema = file.migrate(schema, type(Blog.USERS, "phone", BasicType.of(Kind.TEXT)));
    assertThat(file.query("PRAGMA foreign_key_check")).hasSize(1);
    assertThat(file.inspect().withDefinitions(List.of())).isEqualTo(SqliteFile.normalize(schema));
  }

  @Test
  void refusesReferencesThatDoNotHold() throws Exception {
    file.execute("UPDATE profiles SET age = 77 WHERE user_id = 2");
    fails(
        "rows of profiles refer to rows of users that do not exist",
        new AddForeignKey(
            Blog.PROFILES,
            new ForeignKey(
                Optional.of("fk_profiles_age"),
                List.of("age"),
                Blog.USERS,
                List.of("id"),
                ForeignKeyAction.NO_ACTION,
                ForeignKeyAction.NO_ACTION)));
  }

  @Test
  void refusesNotNullWhereRowsHaveNone() throws Exception {
    fails("users.phone cannot be NOT NULL: there are rows without a value", phoneNotNull());
    fails(
        "users.nick is new, NOT NULL and has no default, but the table has rows",
        new AddColumn(Blog.USERS, Column.of("nick", BasicType.of(Kind.TEXT), false)));
    file.execute("DELETE FROM users");
    migrate(
        phoneNotNull(),
        new AddColumn(Blog.USERS, Column.of("nick", BasicType.of(Kind.TEXT), false)));
  }

  @Test
  void refusesDuplicates() throws Exception {
    file.execute("UPDATE users SET karma = 1");
    fails(
        "rows of users have the same karma",
        new AddUnique(
            Blog.USERS, new UniqueConstraint(Optional.of("uq_users_karma"), List.of("karma"))));
  }

  @Test
  void refusesToLoseWhatTheRevisionsDoNotKnow() throws Exception {
    Operation change = type(Blog.USERS, "phone", BasicType.of(Kind.TEXT));
    file.execute("CREATE INDEX mine ON users (karma)");
    fails("table users has an index that the revisions do not know", change);
    file.execute("DROP INDEX mine", "ALTER TABLE users ADD COLUMN mine int");
    fails("table users has a column that the revisions do not know", change);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CREATE TABLE t (a text) | CREATE TABLE t (a text, UNIQUE (a COLLATE\tNOCASE))",
        "CREATE TABLE t (a text COLLATE rtrim, b text) | CREATE TABLE t (a text COLLATE rtrim, b text COLLATE \"nocase\")",
        "CREATE TABLE t (a text NOT NULL) | CREATE TABLE t (a text NOT NULL ON CONFLICT IGNORE)",
        "CREATE TABLE t (id integer PRIMARY KEY, a text) | CREATE TABLE t (id integer PRIMARY KEY AUTOINCREMENT, a text)",
        "CREATE TABLE t (a text REFERENCES users) | CREATE TABLE t (a text REFERENCES users DEFERRABLE)",
      })
  void refusesToLoseClauses(String known, String definition) throws Exception {
    file.execute(known);
    schema = file.inspect();
    file.execute("DROP TABLE t", definition);
    fails(
        "table t has a clause that the revisions do not know; the rebuild would lose it",
        type(QualifiedName.of("t"), "a", BasicType.varchar(9)));
  }

  @Test
  void keepsCountersAndClauses() throws Exception {
    file.execute(
        """
        CREATE TABLE t (
          id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
          a text UNIQUE ON CONFLICT REPLACE,
          b int REFERENCES t (id) DEFERRABLE INITIALLY DEFERRED)""",
        "INSERT INTO t (a) VALUES ('x'), ('y'), ('z')",
        "DELETE FROM t WHERE id > 1");
    schema = file.inspect();
    migrate(type(QualifiedName.of("t"), "a", BasicType.varchar(9)));
    file.execute("INSERT INTO t (a) VALUES ('x')");
    assertThat(file.query("SELECT id, a FROM t")).containsExactly("4|x");
    file.execute("BEGIN", "UPDATE t SET b = 5", "INSERT INTO t (id) VALUES (5)", "COMMIT");
    assertThat(file.query("SELECT id, b FROM t")).containsExactly("4|5", "5|null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " STRICT", " WITHOUT ROWID", " STRICT, WITHOUT ROWID"})
  void keepsTheKindOfTable(String kind) throws Exception {
    file.execute(
        "CREATE TABLE t (id integer NOT NULL PRIMARY KEY, a text)" + kind,
        "INSERT INTO t VALUES (1, '7')");
    schema = file.inspect();
    migrate(type(QualifiedName.of("t"), "a", BasicType.of(Kind.INTEGER)));
    assertThat(file.query("SELECT a, typeof(a) FROM t")).containsExactly("7|integer");
    assertThat(file.query("SELECT strict, wr FROM pragma_table_list WHERE name = 't'"))
        .containsExactly(
            (kind.contains("STRICT") ? "1" : "0") + "|" + (kind.contains("ROWID") ? "1" : "0"));
  }

  @Test
  void keepsNativeClauses() throws Exception {
    file.execute(
        "CREATE TABLE t (a text COLLATE NOCASE NOT NULL ON CONFLICT IGNORE, b int, c int GENERATED ALWAYS AS (b * 2) STORED UNIQUE)",
        "INSERT INTO t (a, b) VALUES ('x', 4)");
    schema = file.inspect();
    migrate(type(QualifiedName.of("t"), "b", BasicType.of(Kind.BIGINT)));
    file.execute("INSERT INTO t (a, b) VALUES (NULL, 5)");
    assertThat(file.query("SELECT * FROM t WHERE a = 'X'")).containsExactly("x|4|8");
    assertThat(file.query("SELECT count(*) FROM t")).containsExactly("1");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "text, '12', integer, 12, integer",
        "integer, 12, text, 12, text",
        "numeric, 12.5, integer, 13, integer",
        "text, 'yes', boolean, 1, integer",
        "integer, 7, boolean, 1, integer",
        "boolean, 0, text, false, text",
        "text, '1.5', double, 1.5, real",
        "text, 'ab', blob, ab, blob",
        "blob, x'6162', text, ab, text",
        "varchar, '2026-01-01', date, 2026-01-01, text",
        "text, '[1]', jsonb, [1], text",
        "varchar, '0b4e3e5a-7f0e-4c57-9a5f-3f2f1b0c9d8e', uuid, 0b4e3e5a-7f0e-4c57-9a5f-3f2f1b0c9d8e, text",
        "text, '2026-01-01 10:00:00+01', timestamptz, 2026-01-01 10:00:00+01, text",
        "text, '10:00', time, 10:00, text",
        "varchar, '[1]', integer[], [1], text",
        "varchar, 'it''s', text[], [\"it's\"], text",
        "integer, 7, text[], [\"7\"], text",
        "integer, 7, integer[], [7], text",
        "integer[], '[7]', integer, 7, integer",
        "integer, 90, interval, 90 seconds, text",
        "interval, '90 seconds', integer, 90, integer",
      })
  void convertsValues(String from, String value, String to, String expected, String storage)
      throws Exception {
    create(from, value);
    migrate(type(QualifiedName.of("t"), "a", of(to)));
    assertThat(file.query("SELECT a, typeof(a) FROM t"))
        .containsExactly(expected + "|" + storage, "null|null");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "text, 'abc', integer, t.a holds a value that is not an integer",
        "text, '1.5', integer, t.a holds a value that is not an integer",
        "text, 'abc', numeric, t.a holds a value that is not a number",
        "text, 'maybe', boolean, t.a holds a value that is not true or false",
        "text, '{', json, t.a holds a value that is not JSON",
        "text, '12', date, t.a holds a value that is not a date",
        "text, 'noon', time, t.a holds a value that is not a time",
        "text, '2026-13-01', timestamp, t.a holds a value that is not a date and time",
        "text, '12', uuid, t.a holds a value that is not a UUID",
        "text, '{}', integer[], t.a holds a value that is not a JSON array",
        "text, '{', integer[], t.a holds a value that is not a JSON array",
        "interval, 'PT1S', integer, t.a holds a value that is not an integer",
      })
  void refusesValuesThatDoNotConvert(String from, String value, String to, String message)
      throws Exception {
    create(from, value);
    fails(message, type(QualifiedName.of("t"), "a", of(to)));
    assertThat(file.query("SELECT count(*) FROM t")).containsExactly("2");
  }

  @Test
  void aPortableCastMakesNoZeroOfAText() throws Exception {
    create("text", "'abc'");
    AlterColumn alteration = type(QualifiedName.of("t"), "a", of("integer"));
    fails(
        "t.a holds a value that is not an integer",
        alteration.withUsing(new Using.Sql(Expression.of("CAST(a AS integer)"))));
    migrate(alteration.withUsing(new Using.Sql(Expression.of("CAST(a AS integer) + length(a)"))));
    assertThat(file.query("SELECT a FROM t")).containsExactly("3", "null");
  }

  @Test
  void refusesAConversionThatNobodyKnows() throws Exception {
    create("boolean", "1");
    AlterColumn alteration = type(QualifiedName.of("t"), "a", of("date"));
    fails("nobody knows how", alteration);
    fails("nobody knows how", alteration.withUsing(new Using.ToDo()));
    migrate(alteration.withUsing(new Using.Sql(Expression.of("date('2026-01-01')"))));
    assertThat(file.query("SELECT a FROM t")).containsExactly("2026-01-01", "2026-01-01");
  }

  private void create(String type, String value) throws Exception {
    schema =
        file.migrate(
            schema,
            new dev.migrator.operation.CreateTable(
                dev.migrator.schema.Table.of(
                    QualifiedName.of("t"), List.of(Column.of("a", of(type), true)))));
    file.execute("INSERT INTO t VALUES (%s), (NULL)".formatted(value));
  }

  private static ColumnType of(String spelling) {
    return dev.migrator.schema.TypeSpelling.parse(spelling);
  }

  /** A revision that was made from a database may drop by its name what nobody else knows. */
  @Test
  void looksForRowsThatACheckOfAnyKindMayHaveLet() throws Exception {
    create("varchar(10)", "'A'");
    QualifiedName table = QualifiedName.of("t");
    DropByName drop =
        new DropByName(
            DropByName.Kind.CHECK, Optional.of(table), QualifiedName.of("t_a_check"), true);
    AddCheck add =
        new AddCheck(
            table, new CheckConstraint(Optional.of("ck_t_a"), Expression.of("a in ('B')")));
    fails(
        "t.a cannot be limited to the values that check ck_t_a lists: others are held by rows of t.a",
        drop,
        add);
    file.execute("UPDATE t SET a = 'B' WHERE a = 'A'");
    migrate(drop, add);
  }

  @Test
  void addsRenamesAndRemovesEnumValues() throws Exception {
    migrate(
        new AddEnumValue(Blog.GENDER, "OTHER", List.of("MALE", "OTHER", "FEMALE", "UNDEFINED")));
    file.execute("UPDATE profiles SET gender = 'OTHER' WHERE user_id = 2");
    migrate(new RenameEnumValue(Blog.GENDER, "MALE", "M'AN"));
    assertThat(file.query("SELECT past FROM profiles WHERE past IS NOT NULL"))
        .containsExactly("[\"M'AN\",\"FEMALE\"]");
    List<String> now = List.of("M'AN", "OTHER", "FEMALE", "UNDEFINED");
    List<String> less = List.of("FEMALE", "UNDEFINED");
    fails(
        "enum gender_enum cannot lose 'OTHER': still held by rows of profiles.gender",
        new AlterEnum(Blog.GENDER, now, less, Map.of("M'AN", "FEMALE")));
    fails(
        "enum gender_enum cannot lose 'M'AN': still held by rows of profiles.past",
        new AlterEnum(Blog.GENDER, now, less, Map.of("OTHER", "UNDEFINED")));
    migrate(new AlterEnum(Blog.GENDER, now, less, Map.of("OTHER", "UNDEFINED", "M'AN", "FEMALE")));
    assertThat(file.query("SELECT gender, past FROM profiles"))
        .containsExactly("FEMALE|[\"FEMALE\",\"FEMALE\"]", "UNDEFINED|null");
    assertThatThrownBy(() -> file.execute("UPDATE profiles SET gender = 'OTHER'"))
        .hasMessageContaining("ck_profiles_gender");
  }

  @Test
  void foldsTheChangesOfOneTable() throws Exception {
    var statements =
        SqliteFile.DIALECT
            .sqlGenerator()
            .generate(
                List.of(
                    new AddColumn(Blog.USERS, Column.of("nick", BasicType.of(Kind.TEXT), true)),
                    type(Blog.USERS, "phone", BasicType.of(Kind.TEXT)),
                    new AddUnique(
                        Blog.USERS,
                        new UniqueConstraint(Optional.of("uq_users_nick"), List.of("nick")))),
                schema);
    assertThat(statements)
        .filteredOn(s -> ((dev.migrator.dialect.Statement.Sql) s).sql().startsWith("CREATE TABLE"))
        .hasSize(1);
    assertThat(statements).noneMatch(s -> s.toString().contains("ADD COLUMN"));
  }
}
