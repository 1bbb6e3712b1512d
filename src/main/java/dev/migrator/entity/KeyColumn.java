package dev.migrator.entity;

import dev.migrator.schema.Column;

/**
 * A column of an entity's key.
 *
 * @param path the attribute that it holds: {@code id}, {@code id.zone}, {@code owner.id}
 * @param column the column, as it is in the entity's own table
 * @param quoted whether the model quotes its name; what is named after it keeps its letters, too
 */
record KeyColumn(String path, Column column, boolean quoted) {

  /** A column whose name is not quoted. */
  KeyColumn(String path, Column column) {
    this(path, column, false);
  }

  KeyColumn withColumn(Column other) {
    return new KeyColumn(path, other, quoted);
  }

  /** Whether it holds an attribute or a part of it; all of a key has no path. */
  boolean isWithin(String attribute) {
    return attribute.isEmpty() || path.equals(attribute) || path.startsWith(attribute + ".");
  }

  /** What is left of its path behind an attribute that it is within. */
  String pathWithin(String attribute) {
    return path.length() > attribute.length() && !attribute.isEmpty()
        ? path.substring(attribute.length() + 1)
        : path;
  }
}
