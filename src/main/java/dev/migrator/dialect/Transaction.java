package dev.migrator.dialect;

import java.sql.SQLException;

/** An open transaction. Closing it without a commit rolls it back. */
public interface Transaction extends AutoCloseable {

  /**
   * Verifies what only the end can show (references that a rebuild would have broken), then
   * commits. If that fails, nothing is committed.
   */
  void commit() throws SQLException;

  /** Rolls back unless it was committed; the connection is in auto-commit mode again. */
  @Override
  void close() throws SQLException;
}
