package dev.migrator.schema;

import java.util.List;
import java.util.Optional;

/**
 * A table's primary key.
 *
 * @param name the constraint's name; empty where its source gives none (a model, an SQLite table)
 * @param columns the key's columns, in order
 * @param options what more there is to say of it
 */
public record PrimaryKey(Optional<String> name, List<String> columns, KeyOptions options)
    implements Constraint {

  public PrimaryKey {
    columns = List.copyOf(columns);
  }

  /** A key of columns alone. */
  public PrimaryKey(Optional<String> name, List<String> columns) {
    this(name, columns, KeyOptions.NONE);
  }

  @Override
  public PrimaryKey withName(Optional<String> other) {
    return new PrimaryKey(other, columns, options);
  }

  public PrimaryKey withColumns(List<String> others) {
    return new PrimaryKey(name, others, options);
  }

  public PrimaryKey withOptions(KeyOptions other) {
    return new PrimaryKey(name, columns, other);
  }
}
