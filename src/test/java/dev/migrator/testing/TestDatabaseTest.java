package dev.migrator.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestDatabaseTest {
  @ParameterizedTest
  @ValueSource(strings = {"postgresql", "sqlite"})
  void isEmptyAndSharedWithNoOtherTest(String dialectName) throws SQLException {
    try (TestDatabase one = TestDatabase.of(dialectName);
        TestDatabase other = TestDatabase.of(dialectName)) {
      assertThat(one.dialectName()).isEqualTo(dialectName);
      createTable(one);
      createTable(other);
    }
  }

  @Test
  void dropsAPostgresDatabaseThatIsStillInUse() throws SQLException {
    TestDatabase database = TestDatabase.postgres();
    try (Connection connection = database.connect()) {
      database.close();
      assertThat(connection.isValid(1)).isFalse();
    }
    assertThatThrownBy(database::connect).hasMessageContaining("does not exist");
  }

  @Test
  void deletesTheFileOfSqlite() throws SQLException {
    TestDatabase database = TestDatabase.sqlite();
    createTable(database);
    Path file = Path.of(database.url().substring("jdbc:sqlite:".length()));
    assertThat(file).exists();
    database.close();
    assertThat(Files.exists(file.getParent())).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://h:1/d?user=u, jdbc:postgresql://h:1/d?user=u",
    "postgresql://h, jdbc:postgresql://h/",
    "postgresql://h/d, jdbc:postgresql://h/d",
    "postgres://u:p%20w@h:1/d?ssl=true, jdbc:postgresql://h:1/d?ssl=true&user=u&password=p%20w",
  })
  void takesBothSpellingsOfAUrl(String given, String jdbc) {
    assertThat(PostgresServer.jdbcUrl(given)).isEqualTo(jdbc);
  }

  private static void createTable(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE users (id integer)");
      try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM users")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getInt(1)).isZero();
      }
    }
  }
}
