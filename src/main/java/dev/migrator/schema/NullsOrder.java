package dev.migrator.schema;

/** Where an index puts NULL. */
public enum NullsOrder {
  FIRST,
  LAST
}
