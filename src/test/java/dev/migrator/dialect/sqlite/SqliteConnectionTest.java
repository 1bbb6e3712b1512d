package dev.migrator.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrator.dialect.Dialect.Access;
import dev.migrator.dialect.LockTimeoutException;
import dev.migrator.dialect.Locker;
import dev.migrator.dialect.Scope;
import dev.migrator.dialect.SqlFailure;
import dev.migrator.dialect.Transaction;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteConnectionTest {

  private static final SqliteDialect DIALECT = new SqliteDialect();
  private static final QualifiedName VERSIONS = QualifiedName.of("migrator_version");

  @TempDir private Path directory;

  private String url(String file) {
    return "jdbc:sqlite:" + directory.resolve(file);
  }

  private Connection connect(String file, Access access) throws SQLException {
    return DIALECT.connect(url(file), new Properties(), access);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String value(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.getString(1);
    }
  }

  @Test
  void readsAMissingFileAsAnEmptyDatabase() throws Exception {
    try (Connection connection = connect("missing.db", Access.READ)) {
      assertThat(
              DIALECT
                  .inspector()
                  .inspect(connection, new Scope(Set.of(), Set.of(), List.of()))
                  .schema())
          .isEqualTo(Schema.EMPTY);
    }
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void readsAndWritesAFile() throws Exception {
    try (Connection connection = connect("new.db", Access.WRITE)) {
      execute(connection, "CREATE TABLE t (a)");
      assertThat(value(connection, "PRAGMA foreign_keys")).isEqualTo("1");
    }
    try (Connection connection = connect("new.db?busy_timeout=100", Access.READ)) {
      assertThat(value(connection, "SELECT name FROM sqlite_schema")).isEqualTo("t");
    }
  }

  @Test
  void tellsMissingDirectoriesAndOtherFilesApart() throws Exception {
    SQLException missing =
        catchThrowableOfType(SQLException.class, () -> connect("no/such.db", Access.WRITE));
    assertThat(missing.getMessage()).contains("there is no directory", "such.db");
    assertThat(DIALECT.classify(missing)).isEqualTo(SqlFailure.NO_DATABASE);

    Files.writeString(directory.resolve("text.db"), "not a database ".repeat(100));
    SQLException other =
        catchThrowableOfType(SQLException.class, () -> connect("text.db", Access.READ));
    assertThat(other.getMessage()).isEqualTo("the file is not a database");
    assertThat(DIALECT.classify(other)).isEqualTo(SqlFailure.NO_DATABASE);
    Files.createFile(directory.resolve("empty.db"));
    connect("empty.db", Access.READ).close();

    SQLException syntax =
        catchThrowableOfType(
            SQLException.class,
            () -> {
              try (Connection connection = connect("new.db", Access.WRITE)) {
                execute(connection, "CREATE nothing");
              }
            });
    assertThat(DIALECT.classify(syntax)).isEqualTo(SqlFailure.STATEMENT);
  }

  @Test
  void waitsForAnotherWriterAsLongAsItIsTold() throws Exception {
    try (Connection first = connect("a.db", Access.WRITE);
        Connection second = connect("a.db", Access.WRITE);
        Transaction held = DIALECT.begin(first, Duration.ZERO);
        Locker.Lock lock = DIALECT.locker().acquire(second, VERSIONS, Duration.ofMillis(100))) {
      lock.verify();
      long start = System.nanoTime();
      assertThatThrownBy(() -> DIALECT.begin(second, Duration.ZERO))
          .isInstanceOf(LockTimeoutException.class);
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isBetween(Duration.ofMillis(90), Duration.ofSeconds(3));
      held.commit();
      try (Transaction next = DIALECT.begin(second, Duration.ZERO)) {
        execute(second, "CREATE TABLE t (a)");
        next.commit();
      }
      assertThat(value(first, "SELECT count(*) FROM t")).isEqualTo("0");
    }
  }

  @Test
  void putsTheSettingsOfAConnectionBack() throws Exception {
    try (Connection connection = DriverManager.getConnection(url("own.db"))) {
      execute(connection, "PRAGMA busy_timeout = 1234");
      Locker.Lock lock = DIALECT.locker().acquire(connection, VERSIONS, Duration.ofSeconds(9));
      assertThat(value(connection, "PRAGMA busy_timeout")).isEqualTo("9000");
      assertThat(value(connection, "PRAGMA foreign_keys")).isEqualTo("1");
      lock.close();
      assertThat(value(connection, "PRAGMA busy_timeout")).isEqualTo("1234");
      assertThat(value(connection, "PRAGMA foreign_keys")).isEqualTo("0");
    }
  }

  @Test
  void rollsBackWhatIsNotCommitted() throws Exception {
    try (Connection connection = connect("a.db", Access.WRITE)) {
      try (Transaction transaction = DIALECT.begin(connection, Duration.ZERO)) {
        execute(connection, "CREATE TABLE t (a)");
        execute(connection, "PRAGMA legacy_alter_table = ON");
        execute(connection, "PRAGMA writable_schema = ON");
        assertThatThrownBy(() -> execute(connection, "BEGIN")).isInstanceOf(SQLException.class);
        assertThat(transaction).isNotNull();
      }
      assertThat(value(connection, "SELECT count(*) FROM sqlite_schema")).isEqualTo("0");
      assertThat(value(connection, "PRAGMA legacy_alter_table")).isEqualTo("0");
      assertThat(value(connection, "PRAGMA writable_schema")).isEqualTo("0");
      assertThat(connection.getAutoCommit()).isTrue();
    }
  }

  @Test
  void aStepCannotCommit() throws Exception {
    try (Connection connection = connect("a.db", Access.WRITE);
        Transaction transaction = DIALECT.begin(connection, Duration.ZERO)) {
      assertThatThrownBy(connection::commit).isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> connection.setAutoCommit(false)).isInstanceOf(SQLException.class);
      try (var insert = connection.prepareStatement("SELECT ?")) {
        insert.setString(1, "works");
        insert.executeQuery().close();
      }
      transaction.commit();
    }
  }

  @Test
  void quotesOnlyWhatNeedsIt() {
    assertThat(List.of("users", "a1_$b", "order", "Users", "a b", "a\"b", "größe", "1a"))
        .extracting(DIALECT::quote)
        .containsExactly(
            "users",
            "a1_$b",
            "\"order\"",
            "\"Users\"",
            "\"a b\"",
            "\"a\"\"b\"",
            "\"größe\"",
            "\"1a\"");
    assertThat(DIALECT.literal("it's")).isEqualTo("'it''s'");
  }
}
