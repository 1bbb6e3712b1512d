package dev.migrator.schema;

import java.util.List;
import java.util.Optional;

/**
 * A table's primary key.
 *
 * @param name the constraint's name; empty where its source gives none (a model, an SQLite table)
 * @param columns the key's columns, in order
 */
public record PrimaryKey(Optional<String> name, List<String> columns) {

  public PrimaryKey {
    columns = List.copyOf(columns);
  }

  public PrimaryKey withName(Optional<String> other) {
    return new PrimaryKey(other, columns);
  }
}
