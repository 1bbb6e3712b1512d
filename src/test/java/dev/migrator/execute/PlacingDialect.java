package dev.migrator.execute;

import dev.migrator.dialect.ConstantConversion;
import dev.migrator.dialect.Conversion;
import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.Inspector;
import dev.migrator.dialect.Locker;
import dev.migrator.dialect.Normalizer;
import dev.migrator.dialect.ScriptFormat;
import dev.migrator.dialect.SqlFailure;
import dev.migrator.dialect.SqlGenerator;
import dev.migrator.dialect.Statement;
import dev.migrator.dialect.Statement.Placement;
import dev.migrator.dialect.Transaction;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.NumberedColumn;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Sequence;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * A database whose statements say by themselves where they stand: one that begins with the comment
 * {@code /* COMMIT_AFTER *}{@code /} is committed before the next. So both databases have revisions
 * of several commit groups.
 */
record PlacingDialect(Dialect dialect) implements Dialect {

  @Override
  public SqlGenerator sqlGenerator() {
    return (operations, before) ->
        dialect.sqlGenerator().generate(operations, before).stream()
            .map(PlacingDialect::place)
            .toList();
  }

  private static Statement place(Statement statement) {
    if (statement instanceof Statement.Sql sql) {
      for (Placement placement : Placement.values()) {
        if (sql.sql().startsWith("/* " + placement.name() + " */")) {
          return new Statement.Sql(sql.sql(), sql.description(), placement);
        }
      }
    }
    return statement;
  }

  @Override
  public String name() {
    return dialect.name();
  }

  @Override
  public Connection connect(String url, Properties credentials, Access access) throws SQLException {
    return dialect.connect(url, credentials, access);
  }

  @Override
  public Optional<String> usualSchema() {
    return dialect.usualSchema();
  }

  @Override
  public Inspector inspector() {
    return dialect.inspector();
  }

  @Override
  public Normalizer normalizer() {
    return dialect.normalizer();
  }

  @Override
  public Conversion conversion(String column, ColumnType from, ColumnType to) {
    return dialect.conversion(column, from, to);
  }

  @Override
  public Locker locker() {
    return dialect.locker();
  }

  @Override
  public ScriptFormat scriptFormat() {
    return dialect.scriptFormat();
  }

  @Override
  public Transaction begin(Connection connection, Duration ddlLockTimeout) throws SQLException {
    return dialect.begin(connection, ddlLockTimeout);
  }

  @Override
  public SqlFailure classify(SQLException failure) {
    return dialect.classify(failure);
  }

  @Override
  public String holds(Schema schema, QualifiedName type, Column column, String value) {
    return dialect.holds(schema, type, column, value);
  }

  @Override
  public ConstantConversion.Casts constantCasts() {
    return dialect.constantCasts();
  }

  @Override
  public String goOnBehind(Sequence sequence, List<NumberedColumn> columns) {
    return dialect.goOnBehind(sequence, columns);
  }

  @Override
  public String quote(String identifier) {
    return dialect.quote(identifier);
  }

  @Override
  public String literal(String text) {
    return dialect.literal(text);
  }
}
