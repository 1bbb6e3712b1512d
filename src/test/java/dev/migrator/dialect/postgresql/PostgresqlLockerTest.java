package dev.migrator.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrator.dialect.LockLostException;
import dev.migrator.dialect.LockTimeoutException;
import dev.migrator.dialect.Locker.Lock;
import dev.migrator.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresqlLockerTest {

  private static final QualifiedName TABLE = QualifiedName.of("migrator_version");

  private Postgres postgres;
  private Connection other;

  @BeforeEach
  void open() {
    postgres = new Postgres();
    other = postgres.connect();
  }

  @AfterEach
  void close() throws SQLException {
    other.close();
    postgres.close();
  }

  private Lock acquire(Connection connection, Duration timeout) throws SQLException {
    return Postgres.DIALECT.locker().acquire(connection, TABLE, timeout);
  }

  @Test
  void isHeldByOneUntilClosed() throws SQLException {
    try (Lock lock = acquire(postgres.connection(), Duration.ZERO)) {
      lock.verify();
      assertThatThrownBy(() -> acquire(other, Duration.ofMillis(120)))
          .isInstanceOf(LockTimeoutException.class)
          .hasMessageContaining(
              "process " + postgres.rows("SELECT pg_backend_pid()").get(0) + ", user ")
          .hasMessageContaining(", since 20");
    }
    acquire(other, Duration.ZERO).close();
  }

  @Test
  void isTakenWhenTheOtherLetsGo() throws Exception {
    Lock lock = acquire(postgres.connection(), Duration.ZERO);
    CompletableFuture<Void> waiting =
        CompletableFuture.runAsync(
            () -> {
              try (Lock second = acquire(other, Duration.ofSeconds(30))) {
                second.verify();
              } catch (SQLException failure) {
                throw new IllegalStateException(failure);
              }
            });
    Thread.sleep(100);
    assertThat(waiting).isNotDone();
    lock.close();
    waiting.get();
  }

  @Test
  void differsBySchemaAndTable() throws SQLException {
    try (Lock one = acquire(postgres.connection(), Duration.ZERO);
        Lock two =
            Postgres.DIALECT
                .locker()
                .acquire(other, QualifiedName.of("app", TABLE.name()), Duration.ZERO)) {
      one.verify();
      two.verify();
      assertThatThrownBy(
              () ->
                  Postgres.DIALECT
                      .locker()
                      .acquire(other, QualifiedName.of("public", TABLE.name()), Duration.ZERO))
          .isInstanceOf(LockTimeoutException.class);
    }
  }

  @Test
  void isMissedWhereAnotherSessionServesTheConnection() throws SQLException {
    Lock lock = acquire(postgres.connection(), Duration.ZERO);
    try (Statement statement = postgres.connection().createStatement()) {
      statement.execute("SELECT pg_advisory_unlock_all()");
    }

    assertThatThrownBy(lock::verify).isInstanceOf(LockLostException.class);
    lock.close();
  }

  @Test
  void aHolderWhoseActivityIsHiddenIsStillNamed() throws SQLException {
    String role = "stranger_" + System.nanoTime();
    postgres.execute("CREATE ROLE " + role);
    try (Lock lock = acquire(postgres.connection(), Duration.ZERO);
        Statement statement = other.createStatement()) {
      lock.verify();
      statement.execute("SET ROLE " + role);
      assertThatThrownBy(() -> acquire(other, Duration.ZERO))
          .isInstanceOf(LockTimeoutException.class)
          .hasMessageContaining("process ");
      statement.execute("RESET ROLE");
    } finally {
      postgres.execute("DROP ROLE " + role);
    }
  }
}
