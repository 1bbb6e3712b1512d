package dev.migrator.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.Statement;
import dev.migrator.dialect.postgresql.PostgresqlDialect;
import dev.migrator.dialect.sqlite.SqliteDialect;
import dev.migrator.problem.ProblemException;
import dev.migrator.revision.RevisionStep;
import dev.migrator.testing.TestDatabase;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ends the program without a word at any of its statements: an upgrade then goes on. */
class KillTest {

  private static final int KILLED = 9;

  /** A statement in the midst of a revision of which a part is committed. */
  private static final int IN_THE_MIDST = 7;

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "sqlite"})
  void anUpgradeGoesOnAfterTheConnectionBrokeAnywhere(String dialectName) throws SQLException {
    Dialect dialect = dialect(dialectName);
    try (TestDatabase database = TestDatabase.of(dialectName)) {
      for (int statement = 1; breakAt(dialect, database, statement); statement++) {
        goOn(database);
        empty(database);
      }
    }
  }

  private static void empty(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect()) {
      for (String table : List.of("t", "migrator_version", "migrator_history")) {
        Rows.execute(connection, "DROP TABLE " + table);
      }
    }
  }

  private static boolean breakAt(Dialect dialect, TestDatabase database, int statement)
      throws SQLException {
    try (Connection real = dialect.connect(url(database), new Properties(), Dialect.Access.WRITE)) {
      MortalConnection mortal = new MortalConnection(real, statement);
      try {
        migrations().upgrade(dialect, mortal.connection());
        assertThat(mortal.isDead()).isFalse();
      } catch (ProblemException expected) {
        assertThat(mortal.isDead()).isTrue();
      }
      return mortal.isDead();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "sqlite"})
  void anUpgradeGoesOnAfterTheProgramWasKilled(String dialectName)
      throws SQLException, IOException, InterruptedException {
    try (TestDatabase database = TestDatabase.of(dialectName)) {
      assertThat(upgradeInAProgramOfItsOwn(database, IN_THE_MIDST)).isEqualTo(KILLED);
      goOn(database);
    }
  }

  private static void goOn(TestDatabase database) throws SQLException {
    Dialect dialect = dialect(database.dialectName());
    try (Connection connection =
        dialect.connect(url(database), new Properties(), Dialect.Access.WRITE)) {
      migrations().upgrade(dialect, connection);

      assertThat(Rows.versions(connection)).containsExactly("c");
      // Each of the rows was inserted once, whatever was rolled back or resumed.
      assertThat(Rows.of(connection, "SELECT id FROM t ORDER BY id"))
          .containsExactly("1", "2", "3", "4");
      assertThat(Database.of(dialect, connection).state(OwnTables.DEFAULT).partial()).isEmpty();
    }
  }

  private static int upgradeInAProgramOfItsOwn(TestDatabase database, int killedAt)
      throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java,
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            KillTest.class.getName(),
            database.dialectName(),
            database.url(),
            String.valueOf(killedAt))
        .redirectOutput(Redirect.DISCARD)
        .redirectError(Redirect.DISCARD)
        .start()
        .waitFor();
  }

  /** The program: the database, its URL, and the statement before which it is killed. */
  public static void main(String[] arguments) throws SQLException {
    Dialect dialect = dialect(arguments[0]);
    try (Connection connection =
        dialect.connect(arguments[1], new Properties(), Dialect.Access.WRITE)) {
      migrations()
          .listener(new Killer(Integer.parseInt(arguments[2])))
          .upgrade(dialect, connection);
    }
  }

  private static Migrations migrations() {
    return new Migrations()
        .revision("a", "CREATE TABLE t (id integer)", "INSERT INTO t VALUES (1)")
        .revision(
            "b",
            "/* COMMIT_AFTER */ INSERT INTO t VALUES (2)",
            "INSERT INTO t VALUES (3)",
            "/* ALONE */ VACUUM")
        .revision("c", "INSERT INTO t VALUES (4)");
  }

  /** No machine fails here, so nothing needs to reach the disk. */
  private static String url(TestDatabase database) {
    return database.dialectName().equals("sqlite")
        ? database.url() + "?synchronous=OFF"
        : database.url();
  }

  private static Dialect dialect(String name) {
    return new PlacingDialect(
        name.equals("sqlite") ? new SqliteDialect() : new PostgresqlDialect());
  }

  /** Ends the program before a statement as {@code kill -9} would. */
  private static final class Killer implements ExecutionListener {

    private int remaining;

    Killer(int statement) {
      remaining = statement;
    }

    @Override
    public void statement(Statement statement) {
      remaining--;
      if (remaining == 0) {
        Runtime.getRuntime().halt(KILLED);
      }
    }

    @Override
    public void stepStarted(RevisionStep step) {}

    @Override
    public void stepDone(RevisionStep step, int operations, Duration duration) {}

    @Override
    public void warning(String sentence) {}

    @Override
    public void retry(RevisionStep step, int attempt, Duration delay, String reason) {}
  }
}
