package dev.migrator.entity;

import dev.migrator.schema.ColumnType;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The type of a column, with the condition that it brings along.
 *
 * @param type the portable type
 * @param check makes the condition from the column's name
 * @param newer whether Hibernate writes the condition from version 7 on
 * @param constants the Java enum whose names or positions the column holds
 */
record MappedType(
    ColumnType type,
    Optional<UnaryOperator<String>> check,
    boolean newer,
    Optional<EnumConstants.Named> constants) {

  static MappedType of(ColumnType type) {
    return new MappedType(type, Optional.empty(), false, Optional.empty());
  }

  MappedType withType(ColumnType other) {
    return new MappedType(other, check, newer, constants);
  }

  MappedType withCheck(UnaryOperator<String> condition) {
    return new MappedType(type, Optional.of(condition), false, constants);
  }

  MappedType withConstants(EnumConstants.Named others) {
    return new MappedType(type, check, newer, Optional.of(others));
  }

  /** The same with a condition that Hibernate writes from version 7 on. */
  MappedType withNewerCheck(UnaryOperator<String> condition) {
    return new MappedType(type, Optional.of(condition), true, constants);
  }
}
