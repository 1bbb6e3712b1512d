package dev.migrator.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.execute.ExecutionListener;
import dev.migrator.testing.CatalogDump;
import dev.migrator.testing.TestDatabase;
import dev.migrator.testing.TestProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Real schemas, imported from one database and recreated in another. They are read from {@code
 * -Dreal.schemas}; without that directory there is nothing to test.
 */
class RealSchemaImportTest {

  private static final Path SCHEMAS =
      Path.of(System.getProperty("real.schemas", "../shared/real")).resolve("postgresql");

  @TestFactory
  Stream<DynamicTest> anotherDatabaseIsMadeTheSame() throws IOException {
    if (!Files.isDirectory(SCHEMAS)) {
      System.out.println("No real schemas: there is no directory " + SCHEMAS);
      return Stream.empty();
    }
    try (Stream<Path> files = Files.list(SCHEMAS)) {
      return files.sorted().toList().stream()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> test(file)));
    }
  }

  private static void test(Path file) throws IOException, SQLException {
    try (TestDatabase first = TestDatabase.postgres();
        TestDatabase second = TestDatabase.postgres();
        TestProject source = new TestProject(first.url(), Map.of());
        TestProject copy = new TestProject(second.url(), Map.of())) {
      execute(first, Files.readString(file));
      Import.Result result =
          Import.run(source.open(), new Import.Request("baseline", true), ExecutionListener.SILENT);
      assertThat(source.check().findings()).isEmpty();
      Files.copy(result.file(), copy.folder().resolve("migrations").resolve("baseline.yaml"));
      copy.upgrade("head", ExecutionListener.SILENT);
      assertThat(copy.check().findings()).isEmpty();
      assertThat(dump(second)).containsExactlyElementsOf(dump(first));
      copy.downgrade("base", ExecutionListener.SILENT);
      assertThat(dump(second)).containsExactly("schema | public");
    }
  }

  private static void execute(TestDatabase database, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database.url());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static SortedSet<String> dump(TestDatabase database) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database.url())) {
      return CatalogDump.of(connection);
    }
  }
}
