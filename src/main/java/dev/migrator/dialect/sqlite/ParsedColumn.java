package dev.migrator.dialect.sqlite;

import dev.migrator.schema.ConflictAction;
import dev.migrator.schema.Generated;
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
 * @param onConflict what NULL or NOT NULL says of a row that breaks it
 */
record ParsedColumn(
    String name,
    String type,
    boolean notNull,
    Optional<String> defaultValue,
    Optional<String> collation,
    Optional<Generated> generated,
    Optional<ConflictAction> onConflict) {

  static ParsedColumn of(String name, String type) {
    return new ParsedColumn(
        name, type, false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  ParsedColumn withNotNull(Optional<ConflictAction> conflict) {
    return new ParsedColumn(
        name, type, true, defaultValue, collation, generated, conflict.or(() -> onConflict));
  }

  ParsedColumn withNull(Optional<ConflictAction> conflict) {
    return new ParsedColumn(
        name, type, notNull, defaultValue, collation, generated, onConflict.or(() -> conflict));
  }

  ParsedColumn withDefault(String text) {
    return new ParsedColumn(
        name, type, notNull, Optional.of(text), collation, generated, onConflict);
  }

  ParsedColumn withCollation(String other) {
    return new ParsedColumn(
        name, type, notNull, defaultValue, Optional.of(other), generated, onConflict);
  }

  ParsedColumn withGenerated(Generated other) {
    return new ParsedColumn(
        name, type, notNull, defaultValue, collation, Optional.of(other), onConflict);
  }
}
