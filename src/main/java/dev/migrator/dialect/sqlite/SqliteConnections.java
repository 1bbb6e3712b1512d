package dev.migrator.dialect.sqlite;

import dev.migrator.dialect.Dialect.Access;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/** Opens connections: foreign keys are enforced, and a missing file is created to write only. */
final class SqliteConnections {

  private static final String PREFIX = "jdbc:sqlite:";
  private static final String IN_MEMORY = PREFIX + ":memory:";
  private static final byte[] HEADER = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
  private static final Duration BUSY_TIMEOUT = Duration.ofSeconds(5);

  private SqliteConnections() {}

  static Connection open(String url, Access access) throws SQLException {
    Optional<Path> file = file(url);
    if (file.isPresent()) {
      requireDirectory(file.get());
    }
    boolean missing = file.isPresent() && !Files.exists(file.get());
    if (file.isPresent() && !missing) {
      requireDatabase(file.get());
    }
    SQLiteConfig config = new SQLiteConfig();
    config.enforceForeignKeys(true);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.setBusyTimeout((int) BUSY_TIMEOUT.toMillis());
    return switch (access) {
      case WRITE -> config.createConnection(url);
      case READ -> {
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        yield missing
            ? new SQLiteConfig().createConnection(IN_MEMORY)
            : config.createConnection(url);
      }
    };
  }

  /** The driver names neither the path nor what is wrong with it. */
  private static void requireDirectory(Path file) throws SQLException {
    Path directory = file.toAbsolutePath().getParent();
    if (directory != null && !Files.isDirectory(directory)) {
      throw new SQLException(
          "unable to open database file %s: there is no directory %s".formatted(file, directory),
          null,
          SqliteFailures.CANNOT_OPEN);
    }
  }

  /**
   * The driver opens any file, and fails at the first statement. An empty file is a database.
   *
   * @see <a href="https://www.sqlite.org/fileformat2.html#the_database_header">SQLite: the database
   *     header</a>
   */
  private static void requireDatabase(Path file) throws SQLException {
    byte[] start;
    try (InputStream input = Files.newInputStream(file)) {
      start = input.readNBytes(HEADER.length);
    } catch (IOException unreadable) {
      throw new SQLException(
          "unable to open database file %s: %s".formatted(file, unreadable),
          null,
          SqliteFailures.CANNOT_OPEN,
          unreadable);
    }
    if (start.length > 0 && !Arrays.equals(start, HEADER)) {
      throw new SQLException("the file is not a database", null, SqliteFailures.NOT_A_DATABASE);
    }
  }

  /** The file of a URL; empty for a database in memory or in the class path. */
  private static Optional<Path> file(String url) {
    String path = url.substring(PREFIX.length()).replaceFirst("\\?.*", "");
    if (path.startsWith("file:")) {
      path = path.substring("file:".length()).replaceFirst("^//(?=/)", "");
    }
    return path.isEmpty() || path.startsWith(":") || url.contains("mode=memory")
        ? Optional.empty()
        : Optional.of(Path.of(path));
  }
}
