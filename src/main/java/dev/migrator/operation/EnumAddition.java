package dev.migrator.operation;

import dev.migrator.schema.Schema;

/** What brings an enumeration, or a value of one. */
public sealed interface EnumAddition extends SchemaChange permits CreateEnum, AddEnumValue {

  /** Whether a schema has it already. */
  boolean isIn(Schema schema);
}
