package dev.migrator.schema;

import java.util.HashSet;
import java.util.List;

/**
 * A named enumeration: a type of its own on PostgreSQL, a CHECK of each column on SQLite.
 *
 * @param name the type's name
 * @param values the values in their sort order, each at most once
 */
public record EnumType(QualifiedName name, List<String> values) {

  public EnumType {
    values = List.copyOf(values);
    if (new HashSet<>(values).size() != values.size()) {
      throw new IllegalArgumentException("enum " + name + " lists a value twice: " + values);
    }
  }

  /** The same type with other values. */
  public EnumType withValues(List<String> others) {
    return new EnumType(name, others);
  }
}
