package dev.migrator.schema;

import java.util.List;
import java.util.Optional;

/**
 * A unique constraint of a table.
 *
 * @param name the constraint's name; empty where its source gives none (a model, an SQLite table)
 * @param columns the columns, in order
 */
public record UniqueConstraint(Optional<String> name, List<String> columns) {

  public UniqueConstraint {
    columns = List.copyOf(columns);
  }

  public UniqueConstraint withName(Optional<String> other) {
    return new UniqueConstraint(other, columns);
  }
}
