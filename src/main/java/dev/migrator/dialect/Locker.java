package dev.migrator.dialect;

import dev.migrator.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Keeps two writing commands on one database apart. */
public interface Locker {

  /**
   * Takes the lock on the connection that runs the migrations.
   *
   * @param versionTable the version table, which the lock stands for
   * @param timeout how long to try; zero tries once
   * @throws LockTimeoutException if another program holds it all the while
   */
  Lock acquire(Connection connection, QualifiedName versionTable, Duration timeout)
      throws SQLException;

  /** A lock that is held until it is closed. */
  interface Lock extends AutoCloseable {

    /**
     * Makes sure, inside a transaction, that this very connection still holds the lock.
     *
     * @throws LockLostException if it does not
     */
    void verify() throws SQLException;

    @Override
    void close() throws SQLException;
  }
}
