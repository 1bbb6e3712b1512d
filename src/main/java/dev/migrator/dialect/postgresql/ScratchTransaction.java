package dev.migrator.dialect.postgresql;

import static dev.migrator.dialect.postgresql.PostgresqlIdentifiers.quote;

import dev.migrator.schema.Column;
import dev.migrator.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A transaction, rolled back in the end, in which the server reads conditions over a temporary
 * table and shows them in its own words. Inside a transaction that is open already it is a part of
 * that one.
 */
final class ScratchTransaction implements AutoCloseable {

  private static final String TABLE = "pg_temp.migrator_spelling";

  private final Connection connection;
  private final boolean own;
  private final Savepoint start;

  private ScratchTransaction(Connection connection, boolean own, Savepoint start) {
    this.connection = connection;
    this.own = own;
    this.start = start;
  }

  /**
   * @param own whether the connection has no open transaction
   */
  static ScratchTransaction open(Connection connection, boolean own) throws SQLException {
    if (own) {
      connection.setAutoCommit(false);
    }
    return new ScratchTransaction(connection, own, connection.setSavepoint());
  }

  /**
   * Makes an empty table with the same columns.
   *
   * @return false if that cannot be done: the user may not, or the server is read-only
   */
  boolean createTable(Table table) throws SQLException {
    connection.rollback(start);
    String columns =
        table.columns().stream().map(ScratchTransaction::column).collect(Collectors.joining(", "));
    return tryTo(
        "CREATE TEMPORARY TABLE " + TABLE.substring("pg_temp.".length()) + " (" + columns + ")");
  }

  private static String column(Column column) {
    return quote(column.name()) + " " + PostgresqlTypes.sql(column.type());
  }

  /**
   * How the server shows each condition, without the parentheses that mean nothing; empty for one
   * that it cannot read.
   */
  List<String> spell(List<String> conditions) throws SQLException {
    if (conditions.stream().noneMatch(String::isEmpty)) {
      Optional<List<String>> together = spellTogether(conditions);
      if (together.isPresent()) {
        return together.get();
      }
    }
    List<String> spelled = new ArrayList<>();
    for (String condition : conditions) {
      spelled.add(
          condition.isEmpty()
              ? ""
              : spellTogether(List.of(condition)).map(texts -> texts.get(0)).orElse(""));
    }
    return spelled;
  }

  private Optional<List<String>> spellTogether(List<String> conditions) throws SQLException {
    Savepoint savepoint = connection.setSavepoint();
    List<String> clauses = new ArrayList<>();
    for (int number = 0; number < conditions.size(); number++) {
      clauses.add("ADD CONSTRAINT c%06d CHECK (%s)".formatted(number, conditions.get(number)));
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("ALTER TABLE " + TABLE + " " + String.join(", ", clauses));
      return Optional.of(read(statement));
    } catch (SQLException unreadable) {
      return Optional.empty();
    } finally {
      connection.rollback(savepoint);
    }
  }

  private static List<String> read(Statement statement) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery(
            """
            SELECT pg_catalog.pg_get_expr(conbin, conrelid, true)
            FROM pg_catalog.pg_constraint
            WHERE conrelid = '%s'::pg_catalog.regclass AND contype = 'c'
            ORDER BY conname"""
                .formatted(TABLE))) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  private boolean tryTo(String sql) throws SQLException {
    Savepoint savepoint = connection.setSavepoint();
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
      return true;
    } catch (SQLException refused) {
      connection.rollback(savepoint);
      return false;
    }
  }

  @Override
  public void close() throws SQLException {
    connection.rollback(start);
    if (own) {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }
}
