package dev.migrator.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A column as its definition has it.
 *
 * @param name its name
 * @param type the declared type, white space as it was; empty where none is declared
 * @param notNull whether NOT NULL is written
 * @param defaultValue the text of the default
 * @param clauses what else is written on it and a column of a schema cannot say, a text each:
 *     {@code COLLATE NOCASE}
 */
record ParsedColumn(
    String name,
    String type,
    boolean notNull,
    Optional<String> defaultValue,
    List<String> clauses) {

  ParsedColumn {
    clauses = List.copyOf(clauses);
  }

  static ParsedColumn of(String name, String type) {
    return new ParsedColumn(name, type, false, Optional.empty(), List.of());
  }

  ParsedColumn withNotNull() {
    return new ParsedColumn(name, type, true, defaultValue, clauses);
  }

  ParsedColumn withDefault(String text) {
    return new ParsedColumn(name, type, notNull, Optional.of(text), clauses);
  }

  ParsedColumn plus(String clause) {
    List<String> more = new ArrayList<>(clauses);
    more.add(clause);
    return new ParsedColumn(name, type, notNull, defaultValue, more);
  }

  /** The column with its clauses in one spelling, now that the table's columns are known. */
  ParsedColumn withCanonicalClauses(List<String> columns) {
    return new ParsedColumn(
        name,
        type,
        notNull,
        defaultValue,
        clauses.stream().map(clause -> SqliteExpressions.canonical(clause, columns)).toList());
  }
}
