package dev.migrator.schema;

import java.util.List;
import java.util.Optional;

/**
 * A unique constraint of a table.
 *
 * @param name the constraint's name; empty where its source gives none (a model, an SQLite table)
 * @param columns the columns, in order
 * @param nullsNotDistinct whether a NULL equals another (PostgreSQL)
 * @param options what more there is to say of it
 */
public record UniqueConstraint(
    Optional<String> name, List<String> columns, boolean nullsNotDistinct, KeyOptions options)
    implements Constraint {

  public UniqueConstraint {
    columns = List.copyOf(columns);
  }

  /** A constraint of columns alone. */
  public UniqueConstraint(Optional<String> name, List<String> columns) {
    this(name, columns, false, KeyOptions.NONE);
  }

  @Override
  public UniqueConstraint withName(Optional<String> other) {
    return new UniqueConstraint(other, columns, nullsNotDistinct, options);
  }

  public UniqueConstraint withColumns(List<String> others) {
    return new UniqueConstraint(name, others, nullsNotDistinct, options);
  }

  public UniqueConstraint withOptions(KeyOptions other) {
    return new UniqueConstraint(name, columns, nullsNotDistinct, other);
  }
}
