package dev.migrator.entity;

import dev.migrator.schema.ColumnType;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The type of a column, with the condition that it brings along.
 *
 * @param type the portable type
 * @param check makes the condition from the column's name
 */
record MappedType(ColumnType type, Optional<UnaryOperator<String>> check) {

  static MappedType of(ColumnType type) {
    return new MappedType(type, Optional.empty());
  }

  MappedType withType(ColumnType other) {
    return new MappedType(other, check);
  }

  MappedType withCheck(UnaryOperator<String> condition) {
    return new MappedType(type, Optional.of(condition));
  }
}
