package dev.migrator.dialect;

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

/** What a database must offer. Each database implements it in a package of its own. */
public interface Dialect {

  /** The name in files and options: {@code postgresql}, {@code sqlite}. */
  String name();

  /**
   * Opens a connection in auto-commit mode, set up as migrations need it.
   *
   * @param url a JDBC URL of this database
   * @param credentials {@code user} and {@code password}, where given apart from the URL
   * @param access what for: a database that is a file comes into being by writing alone
   */
  Connection connect(String url, Properties credentials, Access access) throws SQLException;

  /** The current schema of most connections; empty where there are no schemas. */
  Optional<String> usualSchema();

  /** Reads what a database holds. */
  Inspector inspector();

  /** Rewrites a portable schema as this database would show it. */
  Normalizer normalizer();

  /** Turns operations into statements. */
  SqlGenerator sqlGenerator();

  /**
   * How a column's values become values of another type where nobody says it.
   *
   * @param column the column, as SQL
   */
  Conversion conversion(String column, ColumnType from, ColumnType to);

  /** What the database needs around the names and positions of a Java enum's constants. */
  ConstantConversion.Casts constantCasts();

  /** Keeps two writing commands apart. */
  Locker locker();

  /** What a script for the database's own shell needs around its statements. */
  ScriptFormat scriptFormat();

  /**
   * Opens a transaction on a connection in auto-commit mode.
   *
   * @param ddlLockTimeout how long a statement may wait for a lock of the database's own
   */
  Transaction begin(Connection connection, Duration ddlLockTimeout) throws SQLException;

  /** What kind of failure the database reports. */
  SqlFailure classify(SQLException failure);

  /**
   * A condition on a row: that it holds a value of an enumeration in a column of it, of an array of
   * it, or of a type over it.
   *
   * @param schema the schema that the column is of
   */
  String holds(Schema schema, QualifiedName type, Column column, String value);

  /**
   * A statement after which a sequence goes on behind the numbers that rows have already, if there
   * are rows.
   *
   * @param sequence one that counts up
   * @param columns the columns that it gives numbers to, at least one
   */
  String goOnBehind(Sequence sequence, List<NumberedColumn> columns);

  /** An identifier as SQL, quoted where it must be. */
  String quote(String identifier);

  /** A text as an SQL literal. */
  String literal(String text);

  /** What a connection is opened for. */
  enum Access {
    /** To look: a missing SQLite file is an empty database, and stays missing. */
    READ,
    /** To change: a missing SQLite file is created. */
    WRITE
  }
}
