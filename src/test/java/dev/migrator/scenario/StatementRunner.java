package dev.migrator.scenario;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.Statement;
import dev.migrator.dialect.Statement.Placement;
import dev.migrator.dialect.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Runs generated statements on a connection, each where its placement wants it. */
final class StatementRunner {

  private final Dialect dialect;
  private final Connection connection;

  StatementRunner(Dialect dialect, Connection connection) {
    this.dialect = dialect;
    this.connection = connection;
  }

  void run(List<Statement> statements) throws SQLException {
    Deque<Statement.Sql> left = new ArrayDeque<>();
    statements.forEach(statement -> left.add((Statement.Sql) statement));
    while (!left.isEmpty()) {
      if (isInTransaction(left.element())) {
        runTransaction(left);
      } else {
        execute(left.remove().sql());
      }
    }
  }

  private void runTransaction(Deque<Statement.Sql> left) throws SQLException {
    try (Transaction transaction = dialect.begin(connection, Duration.ofSeconds(5))) {
      boolean open = true;
      while (open && !left.isEmpty() && isInTransaction(left.element())) {
        Statement.Sql statement = left.remove();
        execute(statement.sql());
        open = statement.placement() == Placement.TRANSACTION;
      }
      transaction.commit();
    }
  }

  private static boolean isInTransaction(Statement.Sql statement) {
    return switch (statement.placement()) {
      case TRANSACTION, COMMIT_AFTER -> true;
      case ALONE, SESSION -> false;
    };
  }

  private void execute(String sql) throws SQLException {
    try (java.sql.Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failure) {
      throw new SQLException(failure.getMessage() + "\n" + sql, failure);
    }
  }
}
