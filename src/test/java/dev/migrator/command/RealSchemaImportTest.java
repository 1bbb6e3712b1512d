package dev.migrator.command;

import dev.migrator.dialect.SqlSplitter;
import dev.migrator.testing.CatalogDump;
import dev.migrator.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Real schemas, imported from one database and recreated in another. They are read from {@code
 * -Dreal.schemas}; without that directory there is nothing to test.
 */
class RealSchemaImportTest {

  private static final Path SCHEMAS = Path.of(System.getProperty("real.schemas", "../shared/real"));

  @TestFactory
  Stream<DynamicTest> postgresqlIsMadeTheSame() throws IOException {
    return tests("postgresql", RealSchemaImportTest::testPostgresql);
  }

  @TestFactory
  Stream<DynamicTest> sqliteIsMadeTheSame() throws IOException {
    return tests("sqlite", RealSchemaImportTest::testSqlite);
  }

  /** A test of a file. */
  private interface FileTest {
    void run(Path file) throws IOException, SQLException;
  }

  private static Stream<DynamicTest> tests(String dialect, FileTest test) throws IOException {
    Path folder = SCHEMAS.resolve(dialect);
    if (!Files.isDirectory(folder)) {
      System.out.println("No real schemas: there is no directory " + folder);
      return Stream.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList().stream()
          .map(
              file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> test.run(file)));
    }
  }

  private static void testPostgresql(Path file) throws IOException, SQLException {
    try (TestDatabase first = TestDatabase.postgres();
        TestDatabase second = TestDatabase.postgres()) {
      execute(first, Files.readString(file));
      ImportedCopy.test(first, second, CatalogDump::of, List.of("schema | public"));
    }
  }

  private static void testSqlite(Path file) throws IOException, SQLException {
    try (TestDatabase first = TestDatabase.sqlite();
        TestDatabase second = TestDatabase.sqlite()) {
      for (String statement : SqlSplitter.split(Files.readString(file))) {
        execute(first, statement);
      }
      ImportedCopy.test(first, second, SqliteImportTest::dump, List.of());
    }
  }

  private static void execute(TestDatabase database, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database.url());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
