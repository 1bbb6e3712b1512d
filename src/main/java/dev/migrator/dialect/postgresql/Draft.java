package dev.migrator.dialect.postgresql;

import dev.migrator.dialect.Statement;
import dev.migrator.operation.Operation;
import dev.migrator.schema.QualifiedName;
import java.util.Optional;

/**
 * A statement of a revision with what its place among the revision's transactions depends on.
 *
 * @param statement the statement, placed in the transaction
 * @param kind what it does
 * @param type the enumeration that it makes, or gives a value to
 * @param literal the value that it adds to the enumeration, as SQL
 */
record Draft(
    Statement statement, Kind kind, Optional<QualifiedName> type, Optional<String> literal) {

  /** What a statement does. */
  enum Kind {
    /** Changes the schema. */
    DEFINITION,
    /** Creates or drops a table. */
    TABLE,
    /** Changes rows, or does what only its author knows. */
    DATA,
    /** Fails where rows do not allow a change, and does nothing else. */
    CHECK,
    /** Creates an enumeration. */
    NEW_TYPE,
    /** Adds a value to an enumeration. */
    NEW_VALUE
  }

  static Draft definition(Operation operation, String sql) {
    return of(operation, sql, Kind.DEFINITION);
  }

  /** A statement that creates or drops a table. */
  static Draft table(Operation operation, String sql) {
    return of(operation, sql, Kind.TABLE);
  }

  static Draft check(Operation operation, String sql) {
    return new Draft(
        Statement.Sql.check(sql, operation.describe(), Statement.Check.PLAIN),
        Kind.CHECK,
        Optional.empty(),
        Optional.empty());
  }

  /**
   * A statement that fails where a query finds something.
   *
   * @param query a query of one text into the variable {@code findings}, NULL where there is
   *     nothing
   * @param message the message, an SQL expression of {@code findings}
   */
  static Draft refusal(Operation operation, String query, String message) {
    return check(
        operation,
        "DO "
            + PostgresqlIdentifiers.dollarQuoted(
                """
                DECLARE
                  findings text;
                BEGIN
                %s
                  IF findings IS NOT NULL THEN
                    RAISE EXCEPTION USING MESSAGE = %s;
                  END IF;
                END\
                """
                    .formatted(query, message)));
  }

  static Draft data(Operation operation, String sql) {
    return of(operation, sql, Kind.DATA);
  }

  static Draft data(Statement statement) {
    return new Draft(statement, Kind.DATA, Optional.empty(), Optional.empty());
  }

  private static Draft of(Operation operation, String sql, Kind kind) {
    return new Draft(
        new Statement.Sql(sql, operation.describe()), kind, Optional.empty(), Optional.empty());
  }

  static Draft newType(Operation operation, String sql, QualifiedName type) {
    return new Draft(
        new Statement.Sql(sql, operation.describe()),
        Kind.NEW_TYPE,
        Optional.of(type),
        Optional.empty());
  }

  static Draft newValue(Operation operation, String sql, QualifiedName type, String value) {
    return new Draft(
        new Statement.Sql(sql, operation.describe()),
        Kind.NEW_VALUE,
        Optional.of(type),
        Optional.of(PostgresqlIdentifiers.literal(value)));
  }

  /** Whether the statement could use a value that was added to an enumeration. */
  boolean mayUse(String value) {
    return switch (kind) {
      case DATA -> true;
      case DEFINITION, TABLE -> statement instanceof Statement.Sql sql && sql.sql().contains(value);
      case CHECK, NEW_TYPE, NEW_VALUE -> false;
    };
  }
}
