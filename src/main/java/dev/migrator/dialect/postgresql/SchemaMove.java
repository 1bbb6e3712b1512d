package dev.migrator.dialect.postgresql;

import static dev.migrator.dialect.postgresql.PostgresqlIdentifiers.literal;
import static dev.migrator.dialect.postgresql.PostgresqlIdentifiers.quote;

import java.util.Optional;

/** The statement that moves a thing to another schema. */
final class SchemaMove {

  private SchemaMove() {}

  /**
   * The statement.
   *
   * @param alter {@code ALTER TABLE users}
   * @param schema the schema; empty for the current one, whose name the connection alone knows
   */
  static String statement(String alter, Optional<String> schema) {
    String move = alter + " SET SCHEMA ";
    return schema
        .map(name -> move + quote(name))
        .orElseGet(
            () ->
                "DO $$\nBEGIN\n  EXECUTE format(%s, current_schema());\nEND\n$$"
                    .formatted(literal(move.replace("%", "%%") + "%I")));
  }
}
