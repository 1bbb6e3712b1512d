package dev.migrator.dialect.postgresql;

import dev.migrator.dialect.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A transaction whose statements wait for locks no longer than they are told. */
final class PostgresqlTransaction implements Transaction {

  private final Connection connection;
  private boolean committed;

  private PostgresqlTransaction(Connection connection) {
    this.connection = connection;
  }

  static PostgresqlTransaction begin(Connection connection, Duration lockTimeout)
      throws SQLException {
    connection.setAutoCommit(false);
    PostgresqlTransaction transaction = new PostgresqlTransaction(connection);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET LOCAL lock_timeout = " + lockTimeout.toMillis());
      return transaction;
    } catch (SQLException failure) {
      transaction.close();
      throw failure;
    }
  }

  /**
   * Makes the deferred checks first. In a transaction that has failed already this fails, while the
   * driver would take the server's ROLLBACK for a commit.
   */
  @Override
  public void commit() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET CONSTRAINTS ALL IMMEDIATE");
    }
    connection.commit();
    committed = true;
  }

  @Override
  public void close() throws SQLException {
    if (!committed) {
      connection.rollback();
    }
    connection.setAutoCommit(true);
  }
}
