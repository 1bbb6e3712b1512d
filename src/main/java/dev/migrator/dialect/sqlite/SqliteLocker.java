package dev.migrator.dialect.sqlite;

import dev.migrator.dialect.Locker;
import dev.migrator.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * SQLite locks a file for the length of a transaction only, so there is nothing to hold between
 * them: {@link SqliteTransaction} takes the write lock as it begins, and waits for it as long as is
 * said here. The connection's settings are put back at the end.
 *
 * @see <a href="https://www.sqlite.org/lang_transaction.html">SQLite: transactions</a>
 */
final class SqliteLocker implements Locker {

  @Override
  public Lock acquire(Connection connection, QualifiedName versionTable, Duration timeout)
      throws SQLException {
    Settings before = Settings.of(connection);
    Settings.forMigrations(timeout).applyTo(connection);
    return new Lock() {
      @Override
      public void verify() {}

      @Override
      public void close() throws SQLException {
        before.applyTo(connection);
      }
    };
  }

  /** What a migration changes of a connection. */
  private record Settings(int busyTimeout, int foreignKeys) {

    static Settings of(Connection connection) throws SQLException {
      return new Settings(
          Pragmas.read(connection, "busy_timeout"), Pragmas.read(connection, "foreign_keys"));
    }

    static Settings forMigrations(Duration timeout) {
      return new Settings((int) Math.min(Integer.MAX_VALUE, timeout.toMillis()), 1);
    }

    void applyTo(Connection connection) throws SQLException {
      Pragmas.set(connection, "busy_timeout", busyTimeout);
      Pragmas.set(connection, "foreign_keys", foreignKeys);
    }
  }
}
