package dev.migrator.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrator.dialect.Dialect.Access;
import dev.migrator.dialect.ScriptFormat;
import dev.migrator.dialect.SqlFailure;
import dev.migrator.dialect.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("try")
class PostgresqlDialectTest {

  private Postgres postgres;

  @BeforeEach
  void open() {
    postgres = new Postgres();
  }

  @AfterEach
  void close() throws SQLException {
    postgres.close();
  }

  @ParameterizedTest
  @CsvSource({
    "55P03,RETRYABLE",
    "40P01,RETRYABLE",
    "40001,RETRYABLE",
    "08001,UNREACHABLE",
    "08006,UNREACHABLE",
    "57P03,UNREACHABLE",
    "28P01,CREDENTIALS",
    "28000,CREDENTIALS",
    "3D000,NO_DATABASE",
    "42501,PERMISSION",
    "23502,MISSING_VALUE",
    "42P01,STATEMENT",
    ",STATEMENT",
  })
  void failuresAreToldApart(String state, SqlFailure kind) {
    assertThat(Postgres.DIALECT.classify(new SQLException("x", state))).isEqualTo(kind);
  }

  @Test
  void aMissingServerDatabaseOrPasswordIsToldApart() {
    assertThat(connectFailure("jdbc:postgresql://127.0.0.1:1/none"))
        .isEqualTo(SqlFailure.UNREACHABLE);
    assertThat(connectFailure(postgres.url().replaceFirst("migrator_[0-9a-f]+", "missing")))
        .isEqualTo(SqlFailure.NO_DATABASE);
    assertThat(
            Postgres.DIALECT.classify(new SQLException("… but no password was provided.", "08004")))
        .isEqualTo(SqlFailure.CREDENTIALS);
  }

  private static SqlFailure connectFailure(String url) {
    return Postgres.DIALECT.classify(
        catchThrowableOfType(
            SQLException.class,
            () -> Postgres.DIALECT.connect(url, new Properties(), Access.READ)));
  }

  @Test
  void theServerSeesWhoConnects() throws SQLException {
    assertThat(postgres.rows("SHOW application_name")).containsExactly("migrator");
    String separator = postgres.url().contains("?") ? "&" : "?";
    try (Connection named =
        Postgres.DIALECT.connect(
            postgres.url() + separator + "ApplicationName=mine", new Properties(), Access.READ)) {
      assertThat(named.getClientInfo("ApplicationName")).isEqualTo("mine");
      assertThat(named.getAutoCommit()).isTrue();
    }
  }

  @Test
  void aTransactionIsCommittedOrNothing() throws SQLException {
    postgres.execute("CREATE TABLE t (id integer)");
    try (Transaction transaction =
        Postgres.DIALECT.begin(postgres.connection(), Duration.ofMillis(1500))) {
      assertThat(postgres.rows("SHOW lock_timeout")).containsExactly("1500ms");
      postgres.execute("INSERT INTO t VALUES (1)");
    }
    assertThat(postgres.connection().getAutoCommit()).isTrue();
    assertThat(postgres.rows("SELECT id FROM t")).isEmpty();
    try (Transaction transaction =
        Postgres.DIALECT.begin(postgres.connection(), Duration.ofSeconds(5))) {
      postgres.execute("INSERT INTO t VALUES (1)");
      transaction.commit();
    }
    assertThat(postgres.rows("SELECT id FROM t")).containsExactly("1");
    assertThat(postgres.rows("SHOW lock_timeout")).containsExactly("0");
  }

  @Test
  void aFailedTransactionIsNotCommitted() throws SQLException {
    try (Transaction transaction =
        Postgres.DIALECT.begin(postgres.connection(), Duration.ofSeconds(5))) {
      assertThatThrownBy(() -> postgres.execute("SELECT missing")).isInstanceOf(SQLException.class);
      assertThatThrownBy(transaction::commit).isInstanceOf(SQLException.class);
    }
    assertThat(postgres.connection().getAutoCommit()).isTrue();
  }

  @Test
  void waitingForALockOfTheServersEnds() throws SQLException {
    postgres.execute("CREATE TABLE t (id integer)");
    try (Connection other = postgres.connect();
        Transaction holding = Postgres.DIALECT.begin(other, Duration.ofSeconds(5))) {
      other.createStatement().execute("LOCK TABLE t");
      try (Transaction transaction =
          Postgres.DIALECT.begin(postgres.connection(), Duration.ofMillis(50))) {
        SQLException failure =
            catchThrowableOfType(
                SQLException.class, () -> postgres.execute("ALTER TABLE t ADD n integer"));
        assertThat(Postgres.DIALECT.classify(failure)).isEqualTo(SqlFailure.RETRYABLE);
      }
    }
  }

  @Test
  void aScriptStopsWhereTheVersionsAreOthers() throws SQLException {
    ScriptFormat format = Postgres.DIALECT.scriptFormat();
    String base = format.assertVersions("migrator_version", new TreeSet<>()).get(0);
    String two =
        format.assertVersions("migrator_version", new TreeSet<>(List.of("a'1", "b2"))).get(0);
    postgres.execute("CREATE TABLE migrator_version (revision text PRIMARY KEY)", base);
    assertThatThrownBy(() -> postgres.execute(two))
        .hasMessageContaining(
            "the script begins at a'1, b2, but the database is at base. Make the script anew from"
                + " there.");
    postgres.execute("INSERT INTO migrator_version VALUES ('b2'), ('a''1')", two);
    assertThatThrownBy(() -> postgres.execute(base))
        .hasMessageContaining("the script begins at base, but the database is at a'1, b2.");
    postgres.execute("INSERT INTO migrator_version VALUES ('c3')");
    assertThatThrownBy(() -> postgres.execute(two)).hasMessageContaining("a'1, b2, c3");
  }
}
