package dev.migrator.entity;

import dev.migrator.schema.ColumnType;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The type of a column, with the condition that it brings along.
 *
 * @param type the portable type
 * @param check makes the condition from the column's name
 */
record MappedType(ColumnType type, Optional<Function<String, String>> check) {

  static MappedType of(ColumnType type) {
    return new MappedType(type, Optional.empty());
  }

  /** A type whose values are the constants of an enum, by name. */
  static MappedType oneOf(ColumnType type, List<String> constants) {
    return checked(type, constants, column -> SqlText.isOneOf(column, constants));
  }

  /** A type whose values are the constants of an enum, by position. */
  static MappedType ordinalOf(ColumnType type, List<String> constants) {
    return checked(type, constants, column -> SqlText.isOrdinalOf(column, constants));
  }

  private static MappedType checked(
      ColumnType type, List<String> constants, Function<String, String> check) {
    return new MappedType(type, Optional.of(check).filter(any -> !constants.isEmpty()));
  }
}
