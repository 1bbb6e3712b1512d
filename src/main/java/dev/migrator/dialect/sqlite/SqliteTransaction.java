package dev.migrator.dialect.sqlite;

import dev.migrator.dialect.LockTimeoutException;
import dev.migrator.dialect.SqlFailure;
import dev.migrator.dialect.Transaction;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A transaction that holds the file's write lock from its begin. Before it commits, it makes sure
 * that no view, trigger or foreign key was left behind broken.
 *
 * <p>It is begun and ended by statements, not by {@link Connection#setAutoCommit}: the driver
 * begins the next transaction right after a commit, which another program's lock would make fail.
 */
final class SqliteTransaction implements Transaction {

  private static final String OTHER_WRITER = "another connection to the file";

  private final Connection connection;
  private final Dependents before;
  private final int legacyAlterTable;
  private boolean open = true;

  private SqliteTransaction(Connection connection, Dependents before, int legacyAlterTable) {
    this.connection = connection;
    this.before = before;
    this.legacyAlterTable = legacyAlterTable;
  }

  static SqliteTransaction begin(Connection connection) throws SQLException {
    execute(connection, "BEGIN IMMEDIATE");
    try {
      return new SqliteTransaction(
          connection, Dependents.of(connection), Pragmas.read(connection, "legacy_alter_table"));
    } catch (SQLException | RuntimeException failure) {
      Pragmas.execute(connection, "ROLLBACK");
      throw failure;
    }
  }

  @Override
  public void commit() throws SQLException {
    Dependents.of(connection).verifyAgainst(before);
    execute(connection, "COMMIT");
    open = false;
  }

  /** A statement that failed may have been the one between two settings of a rebuild. */
  @Override
  public void close() throws SQLException {
    if (!open) {
      return;
    }
    open = false;
    try {
      rollBack();
    } finally {
      Pragmas.set(connection, "writable_schema", 0);
      Pragmas.set(connection, "legacy_alter_table", legacyAlterTable);
    }
  }

  /** Some failures, such as a full disk, have rolled back already. */
  private void rollBack() throws SQLException {
    try {
      Pragmas.execute(connection, "ROLLBACK");
    } catch (SQLException failure) {
      if (!String.valueOf(failure.getMessage()).contains("no transaction is active")) {
        throw failure;
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try {
      Pragmas.execute(connection, sql);
    } catch (SQLException failure) {
      if (SqliteFailures.classify(failure) == SqlFailure.BUSY) {
        throw new LockTimeoutException(OTHER_WRITER, failure);
      }
      throw failure;
    }
  }
}
