package dev.migrator.dialect.sqlite;

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
import dev.migrator.schema.ArrayType;
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

/** SQLite, by the driver {@code org.xerial:sqlite-jdbc}. */
public final class SqliteDialect implements Dialect {

  static final String NAME = "sqlite";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Connection connect(String url, Properties credentials, Access access) throws SQLException {
    return SqliteConnections.open(url, access);
  }

  @Override
  public Optional<String> usualSchema() {
    return Optional.empty();
  }

  @Override
  public Inspector inspector() {
    return new SqliteInspector();
  }

  @Override
  public Normalizer normalizer() {
    return new SqliteNormalizer();
  }

  @Override
  public SqlGenerator sqlGenerator() {
    return new SqliteSqlGenerator();
  }

  @Override
  public Conversion conversion(String column, ColumnType from, ColumnType to) {
    return new ValueConversion(from, to).of(column);
  }

  @Override
  public ConstantConversion.Casts constantCasts() {
    return new ConstantCasts();
  }

  @Override
  public Locker locker() {
    return new SqliteLocker();
  }

  @Override
  public ScriptFormat scriptFormat() {
    return new SqliteScriptFormat();
  }

  /** How long the transaction waits for the file is the locker's to say. */
  @Override
  public Transaction begin(Connection connection, Duration ddlLockTimeout) throws SQLException {
    return SqliteTransaction.begin(connection);
  }

  @Override
  public SqlFailure classify(SQLException failure) {
    return SqliteFailures.classify(failure);
  }

  @Override
  public String holds(Schema schema, QualifiedName type, Column column, String value) {
    return EnumChange.holds(
        Identifiers.quote(column.name()), List.of(value), column.type() instanceof ArrayType);
  }

  @Override
  public String goOnBehind(Sequence sequence, List<NumberedColumn> columns) {
    return SequenceSql.goOnBehind(new NumberedRows(sequence, columns));
  }

  @Override
  public String quote(String identifier) {
    return Identifiers.quote(identifier);
  }

  @Override
  public String literal(String text) {
    return Identifiers.literal(text);
  }
}
