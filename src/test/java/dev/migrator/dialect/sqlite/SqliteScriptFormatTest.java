package dev.migrator.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SqliteScriptFormatTest {

  private static void check(SqliteFile file, String... expected) throws Exception {
    List<String> statements =
        SqliteFile.DIALECT
            .scriptFormat()
            .assertVersions("migrator_version", new TreeSet<>(List.of(expected)));
    try (var transaction = SqliteFile.DIALECT.begin(file.connection(), java.time.Duration.ZERO)) {
      file.execute(statements.toArray(String[]::new));
      transaction.commit();
    }
    assertThat(file.query("SELECT name FROM sqlite_temp_schema")).isEmpty();
  }

  @Test
  void stopsUnlessTheVersionsAreExactlyThese() throws Exception {
    try (SqliteFile file = new SqliteFile()) {
      file.execute("CREATE TABLE migrator_version (revision text PRIMARY KEY)");
      check(file);
      assertThatThrownBy(() -> check(file, "a"))
          .hasMessageContaining(
              "this script starts from revision a, which this database is not at");
      file.execute("INSERT INTO migrator_version VALUES ('a'), ('b')");
      check(file, "a", "b");
      assertThatThrownBy(() -> check(file, "a")).hasMessageContaining("not at");
      assertThatThrownBy(() -> check(file, "a", "c")).hasMessageContaining("a, c");
      assertThatThrownBy(() -> check(file)).hasMessageContaining("starts from an empty database");
    }
  }
}
