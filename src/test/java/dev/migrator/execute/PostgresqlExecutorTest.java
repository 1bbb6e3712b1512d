package dev.migrator.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.LockLostException;
import dev.migrator.dialect.SqlFailure;
import dev.migrator.dialect.postgresql.PostgresqlDialect;
import dev.migrator.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresqlExecutorTest {

  private final Dialect dialect = new PostgresqlDialect();
  private TestDatabase database;
  private Connection connection;

  @BeforeEach
  void connect() throws SQLException {
    database = TestDatabase.postgres();
    connection = dialect.connect(database.url(), new Properties(), Dialect.Access.WRITE);
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
    database.close();
  }

  @Test
  void triesATransactionAgainThatMeetsALock() throws SQLException {
    Rows.execute(connection, "CREATE TABLE t (id integer)");
    Recorder recorder = new Recorder();
    try (Connection other = database.connect()) {
      other.setAutoCommit(false);
      Rows.execute(other, "LOCK TABLE t");
      recorder.atRetry = () -> rollBack(other);

      new Migrations()
          .revision("a", "CREATE TABLE before (id integer)", "ALTER TABLE t ADD COLUMN x integer")
          .listener(recorder)
          .upgrade(dialect, connection);
    }
    assertThat(recorder.retries).containsExactly("canceling statement due to lock timeout");
    assertThat(Rows.versions(connection)).containsExactly("a");
  }

  private static void rollBack(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Test
  void givesUpOnALockThatStays() throws SQLException {
    Rows.execute(connection, "CREATE TABLE t (id integer)");
    Recorder recorder = new Recorder();
    try (Connection other = database.connect()) {
      other.setAutoCommit(false);
      Rows.execute(other, "LOCK TABLE t");
      assertThatThrownBy(
              () ->
                  new Migrations()
                      .revision("a", "DROP TABLE t")
                      .listener(recorder)
                      .upgrade(dialect, connection))
          .isInstanceOf(StatementFailedException.class)
          .hasMessageContaining("lock timeout");
    }
    assertThat(recorder.retries).hasSize(Retry.ATTEMPTS - 1);
  }

  @Test
  void stopsWhenTheLockIsLost() {
    Migrations migrations =
        new Migrations()
            .revision("a", "SELECT pg_advisory_unlock_all()")
            .revision("b", "CREATE TABLE t (id integer)");

    assertThatThrownBy(() -> migrations.upgrade(dialect, connection))
        .isInstanceOf(LockLostException.class);
  }

  @Test
  void saysWhereInAStatementTheServerStopped() {
    assertThatThrownBy(
            () ->
                new Migrations().revision("a", "SELECT 1,\n  nothing").upgrade(dialect, connection))
        .hasMessage(
            """
            the upgrade of revision 'a' (make a) failed: execute SQL: column "nothing" does not exist (line 2, column 3)
              SELECT 1,
                nothing
            It was rolled back as a whole; the database is at base.""");
  }

  @ParameterizedTest
  @CsvSource({
    "ALTER TABLE t ADD COLUMN x integer NOT NULL, true",
    "ALTER TABLE t ALTER COLUMN id SET NOT NULL, true",
    "INSERT INTO u VALUES (NULL), false"
  })
  void saysWhatToDoWithRowsThatHaveNoValue(String sql, boolean advised) throws SQLException {
    Rows.execute(connection, "CREATE TABLE t (id integer)");
    Rows.execute(connection, "INSERT INTO t VALUES (NULL)");
    Rows.execute(connection, "CREATE TABLE u (id integer NOT NULL)");

    String message =
        catchThrowableOfType(
                StatementFailedException.class,
                () -> new Migrations().revision("a", sql).upgrade(dialect, connection))
            .getMessage();

    assertThat(
            message.contains(
                "\nFill the rows first: add it nullable, fill it, then make it NOT NULL.\nIt was"))
        .isEqualTo(advised);
  }

  @Test
  void keepsItsTablesWhereItIsTold() throws SQLException {
    Rows.execute(connection, "CREATE SCHEMA \"My Tools\"");
    OwnTables tables = OwnTables.of("My Tools.Version", "My Tools.user");

    new Migrations()
        .revision("a", "CREATE TABLE t (id integer)")
        .tables(tables)
        .upgrade(dialect, connection);

    assertThat(Rows.of(connection, "SELECT revision FROM \"My Tools\".\"Version\""))
        .containsExactly("a");
    assertThat(
            Rows.of(connection, "SELECT database_user = current_user FROM \"My Tools\".\"user\""))
        .containsExactly("t");
    assertThat(Database.of(dialect, connection).state(tables).tablesExist()).isTrue();
    assertThat(Database.of(dialect, connection).state(OwnTables.DEFAULT).tablesExist()).isFalse();
  }

  @Test
  void namesAConnectionWithoutASchema() throws SQLException {
    Rows.execute(connection, "SET search_path = nowhere");

    assertThatThrownBy(() -> Database.of(dialect, connection).state(OwnTables.DEFAULT))
        .hasMessageStartingWith("the connection has no current schema");
  }

  @Test
  void aRoleWithoutRightsIsTold() throws SQLException {
    Rows.execute(connection, "CREATE ROLE reader_%s".formatted(suffix()));
    Rows.execute(connection, "REVOKE CREATE ON SCHEMA public FROM public"); // as it is since 15
    Rows.execute(connection, "SET ROLE reader_%s".formatted(suffix()));

    assertThatThrownBy(() -> new Migrations().revision("a").upgrade(dialect, connection))
        .isInstanceOf(DatabaseFailure.class)
        .hasMessage(
            "cannot create tables migrator_version and migrator_history: permission denied for"
                + " schema public");
    Rows.execute(connection, "RESET ROLE");
    Rows.execute(connection, "DROP ROLE reader_%s".formatted(suffix()));
  }

  private static String suffix() {
    return String.valueOf(ProcessHandle.current().pid());
  }

  @Test
  void saysWhyItCannotConnect() {
    Properties wrong = new Properties();
    wrong.setProperty("user", "nobody_here");
    wrong.setProperty("password", "secret");
    String nowhere = "jdbc:postgresql://127.0.0.1:1/x?sslpassword=secret";

    assertThatThrownBy(() -> Database.open(dialect, nowhere, wrong, Dialect.Access.READ))
        .isInstanceOf(ConnectionFailedException.class)
        .hasMessageStartingWith("no database answers at jdbc:postgresql://127.0.0.1:1/x: ")
        .hasMessageNotContaining("secret")
        .extracting(failure -> ((ConnectionFailedException) failure).kind())
        .isEqualTo(SqlFailure.UNREACHABLE);
    String missing = database.url().replaceFirst("/migrator_[^?]*", "/no_such_database");
    assertThatThrownBy(() -> Database.open(dialect, missing, new Properties(), Dialect.Access.READ))
        .hasMessageContaining("there is no database at")
        .hasMessageContaining("Create it, or correct database.url.");
    String stranger = "jdbc:postgresql://nowhere.invalid/x";
    assertThatThrownBy(
            () -> Database.open(dialect, stranger, new Properties(), Dialect.Access.READ))
        .hasMessage(
            "no database answers at jdbc:postgresql://nowhere.invalid/x: the host nowhere.invalid"
                + " is not known. Is its name right?");
  }

  @Test
  void saysThatNoPasswordIsGiven() {
    Properties user = new Properties();
    user.setProperty("user", "alice");
    SQLException failure =
        new SQLException(
            "The server requested SCRAM-based authentication, but no password was provided by"
                + " plugin null",
            "08004");

    assertThat(ConnectionFailedException.of(dialect, "jdbc:postgresql://h/x", user, failure))
        .hasMessage(
            "jdbc:postgresql://h/x asks for a password for alice, and none is given. Give one with"
                + " database.password.");
  }
}
