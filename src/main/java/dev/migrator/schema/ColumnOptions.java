package dev.migrator.schema;

import java.util.Optional;

/**
 * How a column is kept, beside what it holds.
 *
 * @param storage {@code plain}, {@code external}, {@code extended} or {@code main}; empty is its
 *     type's own (PostgreSQL)
 * @param compression {@code pglz} or {@code lz4}; empty is the server's own (PostgreSQL)
 * @param statistics how finely the planner samples it; empty is the server's own (PostgreSQL)
 * @param parameters the planner's settings of it (PostgreSQL)
 * @param notNullName the name of its NOT NULL constraint where the database would not choose it
 *     (PostgreSQL 18)
 * @param inherited whether the tables from which its table inherits say it, and not the table
 *     itself (PostgreSQL)
 * @param onConflict what happens with a row without a value where one is required (SQLite)
 */
public record ColumnOptions(
    Optional<String> storage,
    Optional<String> compression,
    Optional<Integer> statistics,
    Parameters parameters,
    Optional<String> notNullName,
    boolean inherited,
    Optional<ConflictAction> onConflict) {

  /** Nothing more. */
  public static final ColumnOptions NONE =
      new ColumnOptions(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Parameters.NONE,
          Optional.empty(),
          false,
          Optional.empty());

  public ColumnOptions withNotNullName(Optional<String> other) {
    return new ColumnOptions(
        storage, compression, statistics, parameters, other, inherited, onConflict);
  }

  public ColumnOptions withOnConflict(Optional<ConflictAction> other) {
    return new ColumnOptions(
        storage, compression, statistics, parameters, notNullName, inherited, other);
  }
}
