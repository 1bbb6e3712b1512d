package dev.migrator.dialect.sqlite;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.Locker;
import dev.migrator.dialect.Scope;
import dev.migrator.dialect.Spellings;
import dev.migrator.dialect.Statement;
import dev.migrator.dialect.Statement.Placement;
import dev.migrator.dialect.Transaction;
import dev.migrator.operation.Operation;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/** A database file with its connection, on which operations run as a revision of their own. */
final class SqliteFile implements AutoCloseable {

  static final Dialect DIALECT = new SqliteDialect();

  private final TestDatabase database = TestDatabase.sqlite();
  private final Connection connection;
  private final Locker.Lock lock;

  SqliteFile() throws SQLException {
    connection = DIALECT.connect(database.url(), new Properties(), Dialect.Access.WRITE);
    lock =
        DIALECT
            .locker()
            .acquire(connection, QualifiedName.of("migrator_version"), Duration.ofSeconds(5));
  }

  Connection connection() {
    return connection;
  }

  String url() {
    return database.url();
  }

  /** Runs the operations; gives the schema after them. */
  Schema migrate(Schema before, Operation... operations) throws SQLException {
    return migrate(before, List.of(operations));
  }

  Schema migrate(Schema before, List<? extends Operation> operations) throws SQLException {
    run(DIALECT.sqlGenerator().generate(List.copyOf(operations), before));
    Schema after = before;
    for (Operation operation : operations) {
      after = operation.applyTo(after);
    }
    return after;
  }

  private void run(List<Statement> statements) throws SQLException {
    List<Statement.Sql> sql = statements.stream().map(Statement.Sql.class::cast).toList();
    int first = 0;
    while (first < sql.size() && sql.get(first).placement() == Placement.SESSION) {
      execute(sql.get(first++).sql());
    }
    try (Transaction transaction = DIALECT.begin(connection, Duration.ofSeconds(5))) {
      for (Statement.Sql statement : sql.subList(first, sql.size())) {
        if (statement.placement() == Placement.TRANSACTION) {
          execute(statement.sql());
        }
      }
      transaction.commit();
    } finally {
      for (Statement.Sql statement : sql.subList(first, sql.size())) {
        if (statement.placement() == Placement.SESSION) {
          execute(statement.sql());
        }
      }
    }
  }

  void execute(String... statements) throws SQLException {
    for (String sql : statements) {
      try (java.sql.Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }
  }

  /** The rows of a query, columns joined by a bar. */
  List<String> query(String sql) throws SQLException {
    List<String> found = new ArrayList<>();
    try (java.sql.Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        List<String> values = new ArrayList<>();
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
          values.add(String.valueOf(rows.getString(column)));
        }
        found.add(String.join("|", values));
      }
    }
    return found;
  }

  Schema inspect() throws SQLException {
    return DIALECT
        .inspector()
        .inspect(connection, new Scope(Set.of(), Set.of(), List.of()))
        .schema();
  }

  static Schema normalize(Schema schema) {
    return DIALECT.normalizer().normalize(schema, Spellings.NONE);
  }

  @Override
  public void close() throws SQLException {
    lock.close();
    connection.close();
    database.close();
  }
}
