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
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A transaction, rolled back in the end, in which the server reads conditions over a temporary
 * table and shows them in its own words. Inside a transaction that is open already it is a part of
 * that one.
 */
final class ScratchTransaction implements AutoCloseable {

  private static final String NAME = "migrator_spelling";
  private static final String TABLE = "pg_temp." + NAME;
  private static final String CLAUSE = "migrator_clause_";

  /** The checks of the table, with few parentheses. */
  private static final String CHECKS =
      """
      SELECT pg_catalog.pg_get_expr(conbin, conrelid, true)
      FROM pg_catalog.pg_constraint
      WHERE conrelid = '%s'::pg_catalog.regclass AND contype = 'c'
      ORDER BY conname"""
          .formatted(TABLE);

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
    return runs("CREATE TEMPORARY TABLE " + NAME + " (" + columns + ")");
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

  /** The name of a clause for {@link #readBack}, in whose order they are. */
  static String clauseName(int number) {
    return CLAUSE + "%06d".formatted(number);
  }

  /**
   * How the server shows the expressions of a table, with all parentheses.
   *
   * @param columns the columns that they name, with their types
   * @param clauses columns with a default or generated, and checks, each under its {@link
   *     #clauseName}
   * @return the texts in the order of the clauses, of a default that is none an empty one; empty if
   *     the server does not make the table
   */
  Optional<List<String>> readBack(Map<String, String> columns, List<String> clauses)
      throws SQLException {
    connection.rollback(start);
    String parts =
        Stream.concat(
                columns.entrySet().stream().map(c -> quote(c.getKey()) + " " + c.getValue()),
                clauses.stream())
            .collect(Collectors.joining(", "));
    return runs("CREATE TEMPORARY TABLE " + NAME + " (" + parts + ")")
        ? Optional.of(
            read(
                """
                SELECT coalesce(pg_catalog.pg_get_expr(d.adbin, d.adrelid), ''), a.attname
                FROM pg_catalog.pg_attribute AS a
                LEFT JOIN pg_catalog.pg_attrdef AS d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
                WHERE a.attrelid = '%1$s'::pg_catalog.regclass AND a.attname LIKE '%2$s%%'
                UNION ALL
                SELECT pg_catalog.pg_get_expr(k.conbin, k.conrelid), k.conname
                FROM pg_catalog.pg_constraint AS k
                WHERE k.conrelid = '%1$s'::pg_catalog.regclass AND k.contype = 'c'
                ORDER BY 2"""
                    .formatted(TABLE, CLAUSE)))
        : Optional.empty();
  }

  private Optional<List<String>> spellTogether(List<String> conditions) throws SQLException {
    Savepoint savepoint = connection.setSavepoint();
    List<String> clauses = new ArrayList<>();
    for (int number = 0; number < conditions.size(); number++) {
      clauses.add("ADD CONSTRAINT c%06d CHECK (%s)".formatted(number, conditions.get(number)));
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("ALTER TABLE " + TABLE + " " + String.join(", ", clauses));
      return Optional.of(read(CHECKS));
    } catch (SQLException unreadable) {
      return Optional.empty();
    } finally {
      connection.rollback(savepoint);
    }
  }

  private List<String> read(String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  /** Runs a statement; false if the server refuses it, which then did nothing. */
  boolean runs(String sql) throws SQLException {
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
