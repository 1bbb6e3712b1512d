package dev.migrator.dialect.sqlite;

import dev.migrator.problem.ProblemException;

/** A definition in the database's catalog is not as SQLite's grammar has it. */
final class SqliteSyntaxException extends ProblemException {

  private static final long serialVersionUID = 1L;

  SqliteSyntaxException(String sql, String expected, String found) {
    super(
        "cannot read this definition: expected %s, found %s in: %s"
            .formatted(expected, found, sql));
  }
}
