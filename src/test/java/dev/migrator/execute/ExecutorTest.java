package dev.migrator.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.JavaStep;
import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.postgresql.PostgresqlDialect;
import dev.migrator.dialect.sqlite.SqliteDialect;
import dev.migrator.operation.AddColumn;
import dev.migrator.operation.AlterEnum;
import dev.migrator.operation.CreateEnum;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.DropColumn;
import dev.migrator.operation.DropTable;
import dev.migrator.operation.RunJava;
import dev.migrator.revision.RevisionId;
import dev.migrator.schema.BasicType;
import dev.migrator.schema.BasicType.Kind;
import dev.migrator.schema.Column;
import dev.migrator.schema.EnumRef;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Table;
import dev.migrator.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@ValueSource(strings = {"postgresql", "sqlite"})
class ExecutorTest {

  private static final QualifiedName USERS = QualifiedName.of("users");
  private static final Table TABLE =
      Table.of(USERS, List.of(Column.of("id", BasicType.of(Kind.BIGINT), false)));
  private static final Column EMAIL = Column.of("email", BasicType.of(Kind.TEXT), true);

  @Parameter String dialectName;

  private final Migrations migrations = new Migrations();
  private TestDatabase file;
  private Dialect dialect;
  private Connection connection;

  @BeforeEach
  void connect() throws SQLException {
    file = TestDatabase.of(dialectName);
    dialect =
        new PlacingDialect(
            dialectName.equals("sqlite") ? new SqliteDialect() : new PostgresqlDialect());
    connection = dialect.connect(file.url(), new Properties(), Dialect.Access.WRITE);
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    file.close();
  }

  @Test
  void appliesAndUndoes() throws SQLException {
    migrations
        .revision("a", List.of(new CreateTable(TABLE)), List.of(new DropTable(TABLE)))
        .revision("b", List.of(new AddColumn(USERS, EMAIL)), List.of(new DropColumn(USERS, EMAIL)));

    ExecutionResult up = migrations.upgrade(dialect, connection);
    Rows.execute(connection, "INSERT INTO users (id, email) VALUES (1, 'x')");

    assertThat(up.before()).isEmpty();
    assertThat(up.after()).containsExactly(new RevisionId("b"));
    assertThat(up.steps()).hasSize(2);
    assertThat(Rows.versions(connection)).containsExactly("b");
    assertThat(Rows.history(connection))
        .containsExactly("a|upgrade|done|1|1", "b|upgrade|done|1|1");
    assertThat(
            Rows.of(
                connection,
                "SELECT message, tool_version, error, checksum FROM migrator_history WHERE"
                    + " revision = 'b' AND duration_ms >= 0 AND started_at > '2026-01-01'"))
        .containsExactly("make b|1.2.3|null|" + migrations.checksum(new RevisionId("b")));

    assertThat(migrations.upgrade(dialect, connection).steps()).isEmpty();

    ExecutionResult down = migrations.downgrade(dialect, connection, "base");

    assertThat(down.after()).isEmpty();
    assertThat(Rows.versions(connection)).isEmpty();
    assertThat(Rows.history(connection))
        .endsWith("b|downgrade|done|1|1", "a|downgrade|done|1|1")
        .hasSize(4);
    assertThatThrownBy(() -> Rows.of(connection, "SELECT * FROM users"));
    assertThat(state().checksums()).isEmpty();
  }

  @Test
  void asksForTheSchemaOnceAndAgainAfterUnknownStatements() {
    migrations
        .revision("a", List.of(new CreateTable(TABLE)), List.of())
        .revision("b", List.of(new AddColumn(USERS, EMAIL)), List.of())
        .revision("c", "UPDATE users SET email = 'x'")
        .revision("d", List.of(new DropColumn(USERS, EMAIL)), List.of())
        .revision("e", List.of(new DropTable(TABLE)), List.of());

    migrations.upgrade(dialect, connection);

    assertThat(migrations.schemasAskedAt()).containsExactly(new RevisionId("c"));
    migrations.upgrade(dialect, connection);
    assertThat(migrations.schemasAskedAt()).hasSize(1);
  }

  @Test
  void aFailingStatementRollsItsRevisionBackAndLeavesThoseBefore() throws SQLException {
    migrations
        .revision("a", "CREATE TABLE a (id integer)")
        .revision("b", "CREATE TABLE b (id integer)", "INSERT INTO nowhere VALUES (1)");

    assertThatThrownBy(() -> migrations.upgrade(dialect, connection))
        .isInstanceOf(StatementFailedException.class)
        .hasMessageStartingWith("the upgrade of revision 'b' (make b) failed: execute SQL: ")
        .hasMessageContaining("nowhere")
        .hasMessageContaining("\n  INSERT INTO nowhere VALUES (1)\n")
        .hasMessageEndingWith("It was rolled back as a whole; the database is at a.");

    assertThat(Rows.versions(connection)).containsExactly("a");
    assertThat(Rows.history(connection))
        .containsExactly("a|upgrade|done|1|1", "b|upgrade|failed|1|1");
    assertThat(Rows.of(connection, "SELECT error FROM migrator_history WHERE state = 'failed'"))
        .singleElement()
        .asString()
        .contains("nowhere");
    assertThat(connection.getAutoCommit()).isTrue();

    migrations.revision("b", "CREATE TABLE b (id integer)");
    assertThat(migrations.upgrade(dialect, connection).after())
        .containsExactly(new RevisionId("b"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BEGIN",
        "begin /* now */\n immediate",
        "START TRANSACTION",
        "COMMIT",
        "End Transaction",
        "ROLLBACK TO here",
        "ABORT",
        "SAVEPOINT here",
        "RELEASE here",
        "PREPARE TRANSACTION 'x'"
      })
  void refusesACommandOfTheTransactionBeforeAnythingIsRun(String command) throws SQLException {
    migrations
        .revision("a", "CREATE TABLE a (id integer)")
        .revision(
            "b", "CREATE TABLE b (id integer)", "CREATE TABLE c (id integer); -- x\n" + command);

    assertThatThrownBy(() -> migrations.upgrade(dialect, connection))
        .isInstanceOf(MigrationException.class)
        .hasMessage(
            "revision 'b': its SQL has the statement '%s', but a revision and its version row are"
                    .formatted(command.replaceAll("\\s+", " "))
                + " committed together: the tool begins and ends the transaction. Take the"
                + " statement out.");

    assertThatThrownBy(() -> Rows.of(connection, "SELECT * FROM a"));
  }

  @Test
  void readsCommandsOfTheTransactionAsAStatementsFirstWordAlone() throws SQLException {
    String body =
        dialectName.equals("sqlite")
            ? "CREATE TRIGGER x AFTER INSERT ON a BEGIN SELECT CASE 1 WHEN 1 THEN 2 END; END;"
            : "DO $$ BEGIN PERFORM 1; END $$; PREPARE begin AS SELECT 1; DEALLOCATE begin;";
    migrations.revision(
        "a", "CREATE TABLE a (\"commit\" integer)", body + "SELECT 1 AS \"end\", 'COMMIT' FROM a");

    assertThat(migrations.upgrade(dialect, connection).after())
        .containsExactly(new RevisionId("a"));
  }

  @Test
  void showsTheBeginningOfALongStatement() {
    migrations.revision("a", "SELECT nowhere\n" + ", 1\n".repeat(10) + ", 12\n, 13");

    assertThatThrownBy(() -> migrations.upgrade(dialect, connection))
        .hasMessageContaining("\n  SELECT nowhere\n  , 1\n")
        .hasMessageContaining("\n  , 12\n  …\nIt was rolled back");
  }

  @Test
  void aFailedCheckSaysWhatIsWrongWithoutItsSql() {
    QualifiedName mood = QualifiedName.of("mood");
    Column feeling = Column.of("feeling", new EnumRef(mood), true);
    EnumType both = new EnumType(mood, List.of("GOOD", "BAD"));
    EnumType good = new EnumType(mood, List.of("GOOD"));
    migrations
        .revision(
            "a",
            List.of(
                new CreateEnum(both),
                new CreateTable(Table.of(USERS, List.of(feeling))),
                Migrations.sql("INSERT INTO users VALUES ('BAD')")),
            List.of())
        .revision(
            "b",
            List.of(new AlterEnum(mood, both.values(), good.values(), new TreeMap<>())),
            List.of());

    assertThatThrownBy(() -> migrations.upgrade(dialect, connection))
        .isInstanceOf(StatementFailedException.class)
        .hasMessageContaining("BAD")
        .hasMessageNotContainingAny("NOT EXISTS", "DO $", "Where:", "migrator_assertion")
        .extracting(failure -> failure.getMessage().lines().count())
        .isEqualTo(2L);
  }

  @Test
  void aRevisionOfSeveralGroupsIsResumedWhereItFailed() throws SQLException {
    String first = "/* COMMIT_AFTER */ CREATE TABLE one (id integer)";
    String second = "/* COMMIT_AFTER */ INSERT INTO one VALUES (2)";
    migrations
        .revision("a", List.of(new CreateTable(TABLE)), List.of(new DropTable(TABLE)))
        .revision("b", first, "INSERT INTO one VALUES (1)", second + ", (x)", "DROP TABLE none");

    assertThatThrownBy(() -> migrations.upgrade(dialect, connection))
        .isInstanceOf(StatementFailedException.class)
        .hasMessageEndingWith(
            "1 of its 3 commit groups stay committed; the statements since were rolled back."
                + " 'migrator upgrade' continues there.");

    assertThat(Rows.versions(connection)).containsExactly("a");
    assertThat(Rows.of(connection, "SELECT * FROM one")).isEmpty();
    assertThat(state().partial())
        .extracting(PartialRevision::describe)
        .containsExactly(
            "revision 'b' is half applied: 1 of 3 commit groups is committed. Unless another"
                + " migration is running it now, finish it first, with 'migrator upgrade b'.");
    assertThatThrownBy(() -> migrations.downgrade(dialect, connection, "base"))
        .isInstanceOf(MigrationException.class)
        .hasMessageStartingWith("revision 'b' is half applied");

    Recorder recorder = new Recorder();
    migrations
        .listener(recorder)
        .revision("b", first, "INSERT INTO one VALUES (1)", second, "INSERT INTO one VALUES (3)")
        .upgrade(dialect, connection);

    assertThat(recorder.warnings)
        .containsExactly(
            "revision 'b' continues at commit group 2 of 3; its file was changed since, and the"
                + " groups before are taken as they were");
    assertThat(Rows.of(connection, "SELECT id FROM one ORDER BY id"))
        .containsExactly("1", "2", "3");
    assertThat(Rows.versions(connection)).containsExactly("b");
    assertThat(Rows.history(connection))
        .containsExactly(
            "a|upgrade|done|1|1",
            "b|upgrade|done|1|3",
            "b|upgrade|failed|2|3",
            "b|upgrade|done|2|3",
            "b|upgrade|done|3|3");
    assertThat(state().partial()).isEmpty();
  }

  @Test
  void aHalfUndoneRevisionIsFinishedByADowngradeAlone() throws SQLException {
    migrations.revision(
        "a",
        List.of(Migrations.sql("CREATE TABLE one (id integer)")),
        List.of(
            Migrations.sql("/* COMMIT_AFTER */ DELETE FROM one"),
            Migrations.sql("DROP TABLE nowhere")));
    migrations.upgrade(dialect, connection);

    assertThatThrownBy(() -> migrations.downgrade(dialect, connection, "base"))
        .hasMessageStartingWith("the downgrade of revision 'a' (make a) failed")
        .hasMessageContaining("1 of its 2 commit groups stay committed");
    assertThatThrownBy(() -> migrations.upgrade(dialect, connection))
        .hasMessage(
            "revision 'a' is half undone: 1 of 2 commit groups is committed. Unless another"
                + " migration is running it now, finish that first, with 'migrator downgrade'.");

    migrations.revision(
        "a",
        List.of(),
        List.of(
            Migrations.sql("/* COMMIT_AFTER */ DELETE FROM one"),
            Migrations.sql("DROP TABLE one")));
    assertThat(migrations.downgrade(dialect, connection, "base").after()).isEmpty();
    assertThat(Rows.versions(connection)).isEmpty();
  }

  @Test
  void aStatementAloneIsRecordedBeforeAndAfter() throws SQLException {
    migrations.revision("a", "CREATE TABLE t (id integer)", "/* ALONE */ VACUUM");

    migrations.upgrade(dialect, connection);

    assertThat(Rows.history(connection))
        .containsExactly("a|upgrade|done|1|2", "a|upgrade|started|2|2", "a|upgrade|done|2|2");
    assertThat(Rows.versions(connection)).containsExactly("a");
  }

  @Test
  void aStatementAloneThatFailedIsRunAgain() throws SQLException {
    migrations.revision("a", "CREATE TABLE t (id integer)", "/* ALONE */ VACUUM nowhere");

    assertThatThrownBy(() -> migrations.upgrade(dialect, connection))
        .hasMessageEndingWith(
            "1 of its 2 commit groups stay committed; the statement ran outside a transaction and"
                + " may have left something behind. 'migrator upgrade' continues there.");
    assertThat(state().partial())
        .extracting(PartialRevision::describe)
        .singleElement()
        .asString()
        .contains("group 2 was begun, and its end is not known");

    migrations.revision("a", "CREATE TABLE t (id integer)", "/* ALONE */ VACUUM");
    migrations.upgrade(dialect, connection);
    assertThat(Rows.versions(connection)).containsExactly("a");
  }

  @Test
  void theSessionIsRestoredAfterAFailure() throws SQLException {
    String setting = dialectName.equals("sqlite") ? "PRAGMA cache_size" : "work_mem";
    String set = dialectName.equals("sqlite") ? "/* SESSION */ " : "/* SESSION */ SET ";
    migrations.revision(
        "a",
        set + setting + " = 1234",
        "INSERT INTO nowhere VALUES (1)",
        set + setting + " = 4321");
    String show = dialectName.equals("sqlite") ? setting : "SHOW " + setting;

    assertThatThrownBy(() -> migrations.upgrade(dialect, connection))
        .isInstanceOf(StatementFailedException.class);

    assertThat(Rows.of(connection, show)).singleElement().asString().startsWith("4321");
  }

  @Test
  void takesArgumentsAsLiteralsAndHidesThem() throws SQLException {
    migrations.revision(
        "a",
        List.of(
            Migrations.sql("CREATE TABLE t (name text)"),
            Migrations.sql("INSERT INTO t VALUES (:tenant)", "tenant")),
        List.of(Migrations.sql("INSERT INTO nowhere VALUES (:tenant)", "tenant")));

    assertThatThrownBy(() -> migrations.upgrade(dialect, connection))
        .hasMessage(
            "revision 'a': the argument 'tenant' is not given. Give it with -x tenant=VALUE.");
    migrations.argument("tenant", "O'Neil; DROP TABLE t").upgrade(dialect, connection);

    assertThat(Rows.of(connection, "SELECT name FROM t")).containsExactly("O'Neil; DROP TABLE t");
    assertThatThrownBy(() -> migrations.downgrade(dialect, connection, "base"))
        .hasMessageContaining("VALUES (:tenant)")
        .hasMessageNotContaining("Neil");
  }

  @Test
  void runsAClassInsideTheTransaction() throws SQLException {
    migrations
        .revision("a", "CREATE TABLE t (id integer)")
        .revision("b", List.of(new RunJava(Insert.class.getName())), List.of())
        .revision("c", List.of(new RunJava(Commit.class.getName())), List.of());

    assertThatThrownBy(() -> migrations.upgrade(dialect, connection))
        .hasMessageContaining(
            "a step may not call commit: its revision is committed or rolled back as a whole");

    assertThat(Rows.of(connection, "SELECT id FROM t")).containsExactly("1");
    assertThat(Rows.versions(connection)).containsExactly("b");
    migrations.revision("c", List.of(new RunJava("com.example.Missing")), List.of());
    assertThatThrownBy(() -> migrations.upgrade(dialect, connection))
        .hasMessageContaining("class com.example.Missing is not on models.classpath");
    migrations.revision("c", List.of(new RunJava("java.lang.Object")), List.of());
    assertThatThrownBy(() -> migrations.upgrade(dialect, connection))
        .hasMessageContaining("class java.lang.Object does not implement dev.migrator.JavaStep");
  }

  @Test
  void namesTheRevisionWhoseOperationDoesNotFit() {
    migrations.revision("a", List.of(new DropTable(TABLE)), List.of());

    assertThatThrownBy(() -> migrations.upgrade(dialect, connection))
        .isInstanceOf(MigrationException.class)
        .hasMessage("revision 'a': cannot drop table users: table 'users' does not exist");
  }

  @Test
  void refusesAConnectionWithAnOpenTransaction() throws SQLException {
    connection.setAutoCommit(false);

    assertThatThrownBy(() -> migrations.upgrade(dialect, connection))
        .isInstanceOf(MigrationException.class)
        .hasMessageStartingWith("the connection has an open transaction");
  }

  @Test
  void readingCreatesNothing() throws SQLException {
    assertThat(state()).isEqualTo(DatabaseState.of(false, new TreeSet<>(), List.of()));
    assertThatThrownBy(() -> Rows.versions(connection));
  }

  @Test
  void stampsWithoutRunning() throws SQLException {
    migrations.revision("a", "/* COMMIT_AFTER */ CREATE TABLE t (id integer)", "not SQL");
    assertThatThrownBy(() -> migrations.upgrade(dialect, connection));
    StampTarget target = stamp("a", "sha256:1");

    Recorder recorder = new Recorder();
    migrations.listener(recorder);

    ExecutionResult result = migrations.executor(dialect, connection).stamp(heads -> target);

    assertThat(recorder.warnings)
        .containsExactly(
            "revision 'a' was half applied: 1 of 2 commit groups was committed. What these did"
                + " stays in the database.");

    assertThat(result.before()).isEmpty();
    assertThat(result.after()).containsExactly(new RevisionId("a"));
    assertThat(Rows.versions(connection)).containsExactly("a");
    assertThat(Rows.history(connection)).endsWith("a|stamp|done|1|1");
    assertThat(state().partial()).isEmpty();
    assertThat(state().checksums()).containsEntry(new RevisionId("a"), "sha256:1");

    int rows = Rows.history(connection).size();
    migrations.executor(dialect, connection).stamp(heads -> target);
    assertThat(Rows.history(connection)).hasSize(rows);
    assertThat(recorder.warnings).hasSize(1);
    migrations.executor(dialect, connection).stamp(heads -> stamp("a", "sha256:2"));
    assertThat(state().checksums()).containsEntry(new RevisionId("a"), "sha256:2");
    migrations
        .executor(dialect, connection)
        .stamp(heads -> new StampTarget(new TreeSet<>(), List.of()));
    assertThat(Rows.versions(connection)).isEmpty();
    assertThat(Rows.history(connection)).endsWith("a|unstamp|done|1|1");
    assertThat(state().checksums()).isEmpty();
  }

  private static StampTarget stamp(String id, String checksum) {
    RevisionId revision = new RevisionId(id);
    return new StampTarget(
        new TreeSet<>(List.of(revision)),
        List.of(new StampTarget.Stamped(revision, "make " + id, checksum)));
  }

  private DatabaseState state() {
    return Database.of(dialect, connection).state(OwnTables.DEFAULT);
  }

  /** Inserts a row. */
  public static final class Insert implements JavaStep {
    @Override
    public void run(Connection connection) throws SQLException {
      Rows.execute(connection, "INSERT INTO t VALUES (1)");
    }
  }

  /** Does what it may not. */
  public static final class Commit implements JavaStep {
    @Override
    public void run(Connection connection) throws SQLException {
      connection.commit();
    }
  }
}
