package dev.migrator.execute;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.Inspection;
import dev.migrator.dialect.Scope;
import dev.migrator.dialect.Survey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;

/** A connection to a database, with the dialect that it speaks. */
public final class Database implements AutoCloseable {

  private final Dialect dialect;
  private final Connection connection;
  private final ConnectionSource.GiveBack giveBack;

  private Database(Dialect dialect, Connection connection, ConnectionSource.GiveBack giveBack) {
    this.dialect = dialect;
    this.connection = connection;
    this.giveBack = giveBack;
  }

  /**
   * Connects.
   *
   * @param url the JDBC URL, without a password: messages show it
   * @param credentials {@code user} and {@code password}, where they are given
   * @throws ConnectionFailedException if that fails
   */
  public static Database open(
      Dialect dialect, String url, Properties credentials, Dialect.Access access) {
    try {
      return of(dialect, dialect.connect(url, credentials, access));
    } catch (SQLException failure) {
      throw ConnectionFailedException.of(dialect, url, credentials, failure);
    }
  }

  /**
   * Borrows a connection of the program's own.
   *
   * @param dialects the dialect of a product, as its driver names it
   * @throws MigrationException if none can be had
   */
  public static Database borrow(ConnectionSource source, Function<String, Dialect> dialects) {
    try {
      ConnectionSource.Lent lent = source.lend();
      try {
        String product = lent.connection().getMetaData().getDatabaseProductName();
        return new Database(dialects.apply(product), lent.connection(), lent.giveBack());
      } catch (SQLException | RuntimeException failure) {
        lent.giveBack().run();
        throw failure;
      }
    } catch (SQLException failure) {
      throw new MigrationException(
          "the program's own connection cannot be used: " + ServerMessage.of(failure).text(),
          failure);
    }
  }

  /** The database behind a connection, which {@link #close} closes. */
  public static Database of(Dialect dialect, Connection connection) {
    return new Database(dialect, connection, connection::close);
  }

  /** Its address for people, without parameters, of which one may be a password. */
  public String address() {
    try {
      return connection.getMetaData().getURL().replaceFirst("\\?.*", "");
    } catch (SQLException failure) {
      throw DatabaseFailure.of(dialect, "ask for the address of the database", failure);
    }
  }

  /** What the database speaks. */
  public Dialect dialect() {
    return dialect;
  }

  /** The schema in which names without one are; empty where there are no schemas. */
  public Optional<String> currentSchema() {
    try {
      return Optional.ofNullable(connection.getSchema());
    } catch (SQLException failure) {
      throw DatabaseFailure.of(dialect, "ask for the current schema", failure);
    }
  }

  /** What it records of its revisions. Nothing is created or changed. */
  public DatabaseState state(OwnTables tables) {
    return Bookkeeping.of(dialect, tables, "").read(connection);
  }

  /** What it holds within a scope. Nothing is changed. */
  public Inspection inspect(Scope scope) {
    try {
      return dialect.inspector().inspect(connection, scope);
    } catch (SQLException failure) {
      throw DatabaseFailure.of(dialect, "inspect the database", failure);
    }
  }

  /** Everything that it holds but the tool's own tables. Nothing is changed. */
  public Survey survey(OwnTables tables) {
    try {
      return dialect.inspector().survey(connection, tables.names());
    } catch (SQLException failure) {
      throw DatabaseFailure.of(dialect, "inspect the database", failure);
    }
  }

  /**
   * How many rows there are of each, asked in one query; of a table as a whole 1 stands for any
   * number.
   */
  public <T extends CountedRows> Map<T, Long> count(List<T> rows) {
    try {
      return RowCount.of(dialect, connection, rows);
    } catch (SQLException failure) {
      throw DatabaseFailure.of(dialect, "count rows", failure);
    }
  }

  @Override
  public void close() {
    try {
      giveBack.run();
    } catch (SQLException failure) {
      throw DatabaseFailure.of(dialect, "close the connection", failure);
    }
  }

  Connection connection() {
    return connection;
  }
}
