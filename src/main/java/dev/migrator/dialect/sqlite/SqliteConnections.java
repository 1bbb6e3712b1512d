package dev.migrator.dialect.sqlite;

import dev.migrator.dialect.Dialect.Access;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/** Opens connections: foreign keys are enforced, and a missing file is created to write only. */
final class SqliteConnections {

  private static final String PREFIX = "jdbc:sqlite:";
  private static final String IN_MEMORY = PREFIX + ":memory:";
  private static final Duration BUSY_TIMEOUT = Duration.ofSeconds(5);

  private SqliteConnections() {}

  static Connection open(String url, Access access) throws SQLException {
    Optional<Path> file = file(url);
    if (file.isPresent()) {
      requireDirectory(file.get());
    }
    boolean missing = file.isPresent() && !Files.exists(file.get());
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
