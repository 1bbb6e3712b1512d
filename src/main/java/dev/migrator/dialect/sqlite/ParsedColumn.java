package dev.migrator.dialect.sqlite;

import dev.migrator.schema.Generated;
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
 * @param collation the name of the collation in lower case
 * @param generated how it is computed, the expression as it was written
 * @param clauses what else is written on it and a column of a schema cannot say, a text each:
 *     {@code not null on conflict ignore}
 */
record ParsedColumn(
    String name,
    String type,
    boolean notNull,
    Optional<String> defaultValue,
    Optional<String> collation,
    Optional<Generated> generated,
    List<String> clauses) {

  ParsedColumn {
    clauses = List.copyOf(clauses);
  }

  static ParsedColumn of(String name, String type) {
    return new ParsedColumn(
        name, type, false, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
  }

  ParsedColumn withNotNull() {
    return new ParsedColumn(name, type, true, defaultValue, collation, generated, clauses);
  }

  ParsedColumn withDefault(String text) {
    return new ParsedColumn(name, type, notNull, Optional.of(text), collation, generated, clauses);
  }

  ParsedColumn withCollation(String other) {
    return new ParsedColumn(
        name, type, notNull, defaultValue, Optional.of(other), generated, clauses);
  }

  ParsedColumn withGenerated(Generated other) {
    return new ParsedColumn(
        name, type, notNull, defaultValue, collation, Optional.of(other), clauses);
  }

  ParsedColumn plus(String clause) {
    List<String> more = new ArrayList<>(clauses);
    more.add(clause);
    return new ParsedColumn(name, type, notNull, defaultValue, collation, generated, more);
  }
}
