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
 * @param older the type that Hibernate gives up to version 6, where it is another one
 */
record MappedType(
    ColumnType type,
    Optional<UnaryOperator<String>> check,
    boolean newer,
    Optional<EnumConstants.Named> constants,
    Optional<ColumnType> older) {

  static MappedType of(ColumnType type) {
    return new MappedType(type, Optional.empty(), false, Optional.empty(), Optional.empty());
  }

  /** The same with a type that every version gives. */
  MappedType withType(ColumnType other) {
    return new MappedType(other, check, newer, constants, Optional.empty());
  }

  MappedType withOlder(ColumnType other) {
    return new MappedType(type, check, newer, constants, Optional.of(other));
  }

  MappedType withCheck(UnaryOperator<String> condition) {
    return new MappedType(type, Optional.of(condition), false, constants, older);
  }

  MappedType withConstants(EnumConstants.Named others) {
    return new MappedType(type, check, newer, Optional.of(others), older);
  }

  /** The same with a condition that Hibernate writes from version 7 on. */
  MappedType withNewerCheck(UnaryOperator<String> condition) {
    return new MappedType(type, Optional.of(condition), true, constants, older);
  }
}
