package dev.migrator.execute;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

/** A program's own connections, in place of those that a URL opens. */
public interface ConnectionSource {

  /**
   * Lends a connection in auto-commit mode.
   *
   * @throws MigrationException if it is inside a transaction of the program
   */
  Lent lend() throws SQLException;

  /** A connection of the pool for each use; it goes back as it came. */
  static ConnectionSource of(DataSource pool) {
    return () -> {
      Connection connection = pool.getConnection();
      if (connection.getAutoCommit()) {
        return new Lent(connection, connection::close);
      }
      connection.setAutoCommit(true);
      return new Lent(
          connection,
          () -> {
            try (connection) {
              connection.setAutoCommit(false);
            }
          });
    };
  }

  /** One connection for all uses, by one thread after the other; the program closes it. */
  static ConnectionSource of(Connection connection) {
    ReentrantLock turn = new ReentrantLock();
    return () -> {
      turn.lock();
      try {
        requireAutoCommit(connection);
        return new Lent(connection, turn::unlock);
      } catch (SQLException | RuntimeException failure) {
        turn.unlock();
        throw failure;
      }
    };
  }

  private static void requireAutoCommit(Connection connection) throws SQLException {
    if (!connection.getAutoCommit()) {
      throw new MigrationException(
          "the connection is not in auto-commit mode, and Migrator commits each revision by itself."
              + " Commit what is open, then call setAutoCommit(true).");
    }
  }

  /**
   * A connection for a while.
   *
   * @param connection the connection
   * @param giveBack ends the while
   */
  record Lent(Connection connection, GiveBack giveBack) {}

  /** What is done with a connection that is no longer needed. */
  interface GiveBack {
    void run() throws SQLException;
  }
}
