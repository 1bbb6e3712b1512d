package dev.migrator.dialect.postgresql;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.Dialect.Access;
import dev.migrator.dialect.Inspection;
import dev.migrator.dialect.Scope;
import dev.migrator.dialect.Spellings;
import dev.migrator.dialect.Statement.Placement;
import dev.migrator.dialect.Transaction;
import dev.migrator.operation.CreateEnum;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.Operation;
import dev.migrator.schema.Schema;
import dev.migrator.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/** A database of a test's own, to which statements are applied as an executor would. */
final class Postgres implements AutoCloseable {

  static final Dialect DIALECT = new PostgresqlDialect();

  private final TestDatabase database = TestDatabase.postgres();
  private final Connection connection = connect();

  Connection connection() {
    return connection;
  }

  String url() {
    return database.url();
  }

  /** Skips a test of SQL that the server of this run, an old one, does not know. */
  void assumeItKnows(String sql) {
    database.assumeItKnows(sql);
  }

  Connection connect() {
    try {
      return DIALECT.connect(database.url(), new Properties(), Access.WRITE);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  void execute(String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** The rows of a query, each as its values with a bar between them. */
  List<String> rows(String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      int width = row.getMetaData().getColumnCount();
      while (row.next()) {
        List<String> values = new ArrayList<>();
        for (int column = 1; column <= width; column++) {
          values.add(row.getString(column));
        }
        rows.add(String.join("|", values));
      }
    }
    return rows;
  }

  /** Carries out operations and gives the schema after them. */
  Schema apply(Schema before, Operation... operations) throws SQLException {
    return apply(before, List.of(operations));
  }

  Schema apply(Schema before, List<? extends Operation> operations) throws SQLException {
    List<dev.migrator.dialect.Statement> pending =
        new ArrayList<>(DIALECT.sqlGenerator().generate(List.copyOf(operations), before));
    while (!pending.isEmpty()) {
      try (Transaction transaction = DIALECT.begin(connection, Duration.ofSeconds(5))) {
        boolean group = true;
        while (group && !pending.isEmpty()) {
          dev.migrator.dialect.Statement.Sql next =
              (dev.migrator.dialect.Statement.Sql) pending.remove(0);
          execute(next.sql());
          group = next.placement() != Placement.COMMIT_AFTER;
        }
        transaction.commit();
      }
    }
    Schema after = before;
    for (Operation operation : operations) {
      after = operation.applyTo(after);
    }
    return after;
  }

  /** Creates everything of a schema whose tables refer to none that sorts behind them. */
  Schema create(Schema schema) throws SQLException {
    return apply(
        Schema.EMPTY,
        Stream.concat(
                schema.enums().stream().map(CreateEnum::new),
                schema.tables().stream().map(CreateTable::new))
            .toList());
  }

  /** What the database holds, compared with schemas. */
  Inspection inspect(Schema... compared) throws SQLException {
    return inspect(new Scope(Set.of(), Set.of(), List.of(compared)));
  }

  /** What the current schema and others hold. */
  Inspection inspectWith(String... schemas) throws SQLException {
    return inspect(new Scope(Set.of(schemas), Set.of(), List.of()));
  }

  private Inspection inspect(Scope scope) throws SQLException {
    return DIALECT.inspector().inspect(connection, scope);
  }

  /** A schema in the form in which the database would show it. */
  static Schema normalize(Schema schema, Spellings spellings) {
    return DIALECT.normalizer().normalize(schema, spellings);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
    database.close();
  }
}
