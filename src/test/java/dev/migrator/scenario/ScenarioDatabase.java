package dev.migrator.scenario;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.Inspection;
import dev.migrator.dialect.Scope;
import dev.migrator.dialect.SqlSplitter;
import dev.migrator.dialect.Survey;
import dev.migrator.dialect.postgresql.PostgresqlDialect;
import dev.migrator.dialect.sqlite.SqliteDialect;
import dev.migrator.diff.CurrentSchema;
import dev.migrator.execute.OwnTables;
import dev.migrator.operation.Operation;
import dev.migrator.schema.ArrayType;
import dev.migrator.schema.Column;
import dev.migrator.schema.Namespace;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SqlTokens;
import dev.migrator.schema.Table;
import dev.migrator.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The database of one run, looked at and filled without the commands. */
final class ScenarioDatabase implements AutoCloseable {

  private final TestDatabase server;
  private final Dialect dialect;
  private final Connection connection;

  ScenarioDatabase(TestDatabase database) throws SQLException {
    this.server = database;
    this.dialect = dialect(database.dialectName());
    this.connection = dialect.connect(database.url(), new Properties(), Dialect.Access.WRITE);
  }

  private static Dialect dialect(String name) {
    return name.equals("sqlite") ? new SqliteDialect() : new PostgresqlDialect();
  }

  Dialect dialect() {
    return dialect;
  }

  /** What the database holds, with its spelling of the expressions of the schemas. */
  Inspection inspect(Schema... compared) throws SQLException {
    Set<String> schemas =
        Arrays.stream(compared)
            .flatMap(schema -> schema.namespaces().stream())
            .map(Namespace::name)
            .collect(Collectors.toSet());
    Scope scope = new Scope(schemas, OwnTables.DEFAULT.names(), List.of(compared));
    return dialect.inspector().inspect(connection, scope);
  }

  /** What the database holds, in the spelling of revisions that give a schema. */
  Schema current(Schema replayed) throws SQLException {
    Inspection inspection = inspect(replayed);
    UnaryOperator<Schema> normalize =
        schema -> dialect.normalizer().normalize(schema, inspection.spellings());
    return CurrentSchema.reconcile(replayed, inspection.schema(), normalize);
  }

  /** Everything that the database holds. */
  Survey survey() throws SQLException {
    return dialect.inspector().survey(connection, OwnTables.DEFAULT.names());
  }

  /** Runs each statement of a text. */
  void execute(String text) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : SqlSplitter.split(text)) {
        statement.execute(sql);
      }
    }
  }

  /** Carries out operations, which no revision records. */
  void change(List<Operation> operations, Schema before) throws SQLException {
    List<dev.migrator.dialect.Statement> statements =
        dialect.sqlGenerator().generate(operations, before);
    statements.forEach(
        statement -> server.assumeItKnows(((dev.migrator.dialect.Statement.Sql) statement).sql()));
    new StatementRunner(dialect, connection).run(statements);
  }

  /** The queries of a text with the rows that they give. */
  String rows(String text) throws SQLException {
    List<String> answers = new ArrayList<>();
    for (ExpectedRows query : ExpectedRows.parse(text)) {
      answers.add(query.actual(connection).toString());
    }
    return String.join("\n", answers);
  }

  /**
   * The rows of a table by its first column, a line each; the elements of an array joined by a
   * plus.
   */
  List<String> lines(Table table) throws SQLException {
    String cells =
        table.columns().stream().map(this::cell).collect(Collectors.joining(" || '|' || "));
    List<String> lines = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select %s from %s order by %s"
                    .formatted(
                        cells,
                        SqlTokens.quoted(table.name()),
                        SqlTokens.quoted(table.columns().get(0).name())))) {
      while (rows.next()) {
        lines.add(rows.getString(1));
      }
    }
    return lines;
  }

  private String cell(Column column) {
    String name = SqlTokens.quoted(column.name());
    boolean sqlite = dialect instanceof SqliteDialect;
    String text = "cast(" + name + " as text)";
    if (column.type() instanceof ArrayType) {
      text =
          sqlite
              ? "(select group_concat(value, '+') from json_each(%s))".formatted(name)
              : "array_to_string(%s, '+')".formatted(name);
    }
    return "coalesce(%s, 'null')".formatted(text);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
