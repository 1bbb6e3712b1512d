package dev.migrator.dialect.postgresql;

import dev.migrator.dialect.ConstantConversion;
import dev.migrator.dialect.Conversion;
import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.Inspector;
import dev.migrator.dialect.Locker;
import dev.migrator.dialect.Normalizer;
import dev.migrator.dialect.NumberedRows;
import dev.migrator.dialect.ScriptFormat;
import dev.migrator.dialect.SqlFailure;
import dev.migrator.dialect.SqlGenerator;
import dev.migrator.dialect.Transaction;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.NumberedColumn;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Sequence;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** PostgreSQL, versions 14 to 18. */
public final class PostgresqlDialect implements Dialect {

  static final String NAME = "postgresql";

  @Override
  public String name() {
    return NAME;
  }

  /** What the URL says itself goes before the settings made here. */
  @Override
  public Connection connect(String url, Properties credentials, Access access) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("ApplicationName", "migrator");
    properties.setProperty("connectTimeout", "10");
    properties.setProperty("tcpKeepAlive", "true");
    properties.putAll(credentials);
    return interpreting(DriverManager.getConnection(url, properties));
  }

  /**
   * Queries of the catalogs have high estimates and few rows: to compile one takes longer than to
   * run it.
   *
   * @see <a href="https://www.postgresql.org/docs/current/jit-decision.html">PostgreSQL: when to
   *     JIT?</a>
   */
  private static Connection interpreting(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET jit = off");
      return connection;
    } catch (SQLException failure) {
      connection.close();
      throw failure;
    }
  }

  @Override
  public Optional<String> usualSchema() {
    return Optional.of("public");
  }

  @Override
  public Inspector inspector() {
    return new PostgresqlInspector();
  }

  @Override
  public Normalizer normalizer() {
    return new PostgresqlNormalizer();
  }

  @Override
  public SqlGenerator sqlGenerator() {
    return new PostgresqlSqlGenerator();
  }

  @Override
  public Conversion conversion(String column, ColumnType from, ColumnType to) {
    return new TypeConversion(from, to).of(column);
  }

  @Override
  public ConstantConversion.Casts constantCasts() {
    return new ConstantCasts();
  }

  @Override
  public Locker locker() {
    return new PostgresqlLocker();
  }

  @Override
  public ScriptFormat scriptFormat() {
    return new PostgresqlScriptFormat();
  }

  @Override
  public Transaction begin(Connection connection, Duration ddlLockTimeout) throws SQLException {
    return PostgresqlTransaction.begin(connection, ddlLockTimeout);
  }

  @Override
  public SqlFailure classify(SQLException failure) {
    return FailureKinds.of(failure);
  }

  @Override
  public String holds(Schema schema, QualifiedName type, Column column, String value) {
    return new EnumValueSql(schema, TypeChain.of(schema, type))
        .holds(quote(column.name()), column.type(), List.of(value));
  }

  @Override
  public String goOnBehind(Sequence sequence, List<NumberedColumn> columns) {
    return SequenceSql.goOnBehind(new NumberedRows(sequence, columns));
  }

  @Override
  public String quote(String identifier) {
    return PostgresqlIdentifiers.quote(identifier);
  }

  @Override
  public String literal(String text) {
    return PostgresqlIdentifiers.literal(text);
  }
}
