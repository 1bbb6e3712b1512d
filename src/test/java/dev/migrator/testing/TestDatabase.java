package dev.migrator.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A real database of one test's own, empty at first and gone once closed.
 *
 * <pre>{@code
 * try (TestDatabase database = TestDatabase.postgres();
 *     Connection connection = database.connect()) { … }
 * }</pre>
 */
public final class TestDatabase implements AutoCloseable {

  /** What came with a version of PostgreSQL, by the version. */
  private static final Map<Integer, Pattern> SINCE =
      Map.of(
          15,
              Pattern.compile(
                  "(?i)NULLS NOT DISTINCT|SET (NULL|DEFAULT) \\(|PUBLICATION \\w+ FOR TABLE \\w+ \\("),
          18,
              Pattern.compile(
                  "(?i)WITHOUT OVERLAPS|\\) VIRTUAL|NOT ENFORCED|NOT NULL \\w+ NOT VALID"));

  private static final Pattern VIEW = Pattern.compile("CREATE (MATERIALIZED )?VIEW");

  private final String dialectName;
  private final String url;
  private final AutoCloseable removal;

  private TestDatabase(String dialectName, String url, AutoCloseable removal) {
    this.dialectName = dialectName;
    this.url = url;
    this.removal = removal;
  }

  /** A new database on the server of this test run, which the first call starts. */
  public static TestDatabase postgres() {
    PostgresServer server = PostgresServer.shared();
    try {
      String name = server.createDatabase();
      return new TestDatabase("postgresql", server.url(name), () -> server.dropDatabase(name));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Skips a test of SQL that the server of this run, an old one, does not know. */
  public void assumeItKnows(String sql) {
    int needed =
        SINCE.entrySet().stream()
            .filter(since -> since.getValue().matcher(sql).find())
            .mapToInt(Map.Entry::getKey)
            .max()
            .orElse(0);
    if (needed > 0 && !dialectName.equals("sqlite")) {
      Assumptions.assumeTrue(
          majorVersion() >= needed, "PostgreSQL " + majorVersion() + " does not know all of it");
    }
  }

  /**
   * Whether the server of this run writes the views of a text as the newest does: before 16 it
   * names the table of each column.
   */
  public boolean spells(String sql) {
    return dialectName.equals("sqlite") || !VIEW.matcher(sql).find() || majorVersion() >= 16;
  }

  private int majorVersion() {
    try (Connection connection = DriverManager.getConnection(url)) {
      return connection.getMetaData().getDatabaseMajorVersion();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** A new file in a directory of its own; SQLite creates it when something is written. */
  public static TestDatabase sqlite() {
    try {
      Path directory = Files.createTempDirectory("migrator");
      return new TestDatabase(
          "sqlite", "jdbc:sqlite:" + directory.resolve("test.db"), () -> delete(directory));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Either of the above, by {@link #dialectName}. */
  public static TestDatabase of(String dialectName) {
    return switch (dialectName) {
      case "postgresql" -> postgres();
      case "sqlite" -> sqlite();
      default -> throw new IllegalArgumentException(dialectName);
    };
  }

  /** {@code postgresql} or {@code sqlite}. */
  public String dialectName() {
    return dialectName;
  }

  /** The JDBC URL, with the user and the password where there are any. */
  public String url() {
    return url;
  }

  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url);
  }

  @Override
  public void close() {
    try {
      removal.close();
    } catch (Exception e) {
      throw new IllegalStateException("cannot remove " + url, e);
    }
  }

  @Override
  public String toString() {
    return dialectName;
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(directory);
  }
}
