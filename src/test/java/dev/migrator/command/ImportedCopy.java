package dev.migrator.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.execute.ExecutionListener;
import dev.migrator.testing.TestDatabase;
import dev.migrator.testing.TestProject;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;

/** Imports one database and recreates it in another, there and back. */
final class ImportedCopy {

  private ImportedCopy() {}

  /** What a database holds, in lines. */
  interface Dump {
    Collection<String> of(Connection connection) throws SQLException;
  }

  /**
   * Holds a copy to its original.
   *
   * @param copy an empty database
   * @param nothing the dump of an empty database that revisions once were in
   */
  static Import.Result test(
      TestDatabase original, TestDatabase copy, Dump dump, Collection<String> nothing)
      throws IOException, SQLException {
    try (TestProject source = new TestProject(original.url(), Map.of());
        TestProject target = new TestProject(copy.url(), Map.of())) {
      Import.Result result =
          Import.run(source.open(), new Import.Request("baseline", true), ExecutionListener.SILENT);
      assertThat(source.check().findings()).isEmpty();
      Files.copy(result.file(), target.folder().resolve("migrations").resolve("baseline.yaml"));
      target.upgrade("head", ExecutionListener.SILENT);
      assertThat(target.check().findings()).isEmpty();
      assertThat(dump(copy, dump)).containsExactlyElementsOf(dump(original, dump));
      target.downgrade("base", ExecutionListener.SILENT);
      assertThat(dump(copy, dump)).containsExactlyElementsOf(nothing);
      return result;
    }
  }

  private static Collection<String> dump(TestDatabase database, Dump dump) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database.url())) {
      return dump.of(connection);
    }
  }
}
