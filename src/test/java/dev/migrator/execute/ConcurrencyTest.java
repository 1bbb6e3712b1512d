package dev.migrator.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.LockTimeoutException;
import dev.migrator.dialect.Transaction;
import dev.migrator.dialect.postgresql.PostgresqlDialect;
import dev.migrator.dialect.sqlite.SqliteDialect;
import dev.migrator.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@ValueSource(strings = {"postgresql", "sqlite"})
class ConcurrencyTest {

  private static final int REVISIONS = 6;

  @Parameter String dialectName;

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
  void severalExecutorsApplyEachRevisionOnce()
      throws SQLException, InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Integer>> tasks = new ArrayList<>();
      for (int thread = 0; thread < 4; thread++) {
        tasks.add(this::upgradeOnAConnectionOfItsOwn);
      }
      int steps = 0;
      for (Future<Integer> result : threads.invokeAll(tasks)) {
        steps += result.get();
      }

      assertThat(steps).isEqualTo(REVISIONS);
      assertThat(Rows.versions(connection)).containsExactly("r" + (REVISIONS - 1));
      // Each revision creates a table and would fail the second time; a group more for each.
      assertThat(Rows.history(connection))
          .hasSize(2 * REVISIONS)
          .noneMatch(row -> row.contains("failed"));
    } finally {
      threads.shutdownNow();
    }
  }

  private int upgradeOnAConnectionOfItsOwn() throws SQLException {
    Migrations migrations = new Migrations();
    for (int number = 0; number < REVISIONS; number++) {
      migrations.revision(
          "r" + number,
          "/* COMMIT_AFTER */ CREATE TABLE t%d (id integer)".formatted(number),
          "INSERT INTO t%d VALUES (1)".formatted(number));
    }
    try (Connection own = dialect.connect(file.url(), new Properties(), Dialect.Access.WRITE)) {
      return migrations.upgrade(dialect, own).steps().size();
    }
  }

  @Test
  void givesUpWhileAnotherWrites() throws SQLException {
    Migrations migrations =
        new Migrations()
            .revision("a", "CREATE TABLE t (id integer)")
            .lockTimeout(Duration.ofMillis(300));
    try (Connection other = dialect.connect(file.url(), new Properties(), Dialect.Access.WRITE);
        AutoCloseable lock =
            dialect.locker().acquire(other, OwnTables.DEFAULT.version(), Duration.ofSeconds(1));
        Transaction transaction = dialect.begin(other, Duration.ofSeconds(1))) {
      assertThat(lock).isNotNull();
      assertThat(transaction).isNotNull();
      assertThatThrownBy(() -> migrations.upgrade(dialect, connection))
          .isInstanceOf(LockTimeoutException.class)
          .hasMessageStartingWith("another migration is running");
    } catch (Exception unexpected) {
      throw new IllegalStateException(unexpected);
    }
    assertThat(migrations.upgrade(dialect, connection).steps()).hasSize(1);
  }
}
