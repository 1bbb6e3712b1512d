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
 * @param inKey what it is in the primary key that it would be on no other database (SQLite)
 */
public record ColumnOptions(
    Optional<String> storage,
    Optional<String> compression,
    Optional<Integer> statistics,
    Parameters parameters,
    Optional<String> notNullName,
    boolean inherited,
    Optional<ConflictAction> onConflict,
    Optional<InKey> inKey) {

  /** Nothing more. */
  public static final ColumnOptions NONE =
      new ColumnOptions(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Parameters.NONE,
          Optional.empty(),
          false,
          Optional.empty(),
          Optional.empty());

  public ColumnOptions withNotNullName(Optional<String> other) {
    return new ColumnOptions(
        storage, compression, statistics, parameters, other, inherited, onConflict, inKey);
  }

  /** The options that PostgreSQL knows. */
  public ColumnOptions onPostgresql() {
    return withSqlite(Optional.empty(), Optional.empty());
  }

  /** An SQLite column's options. */
  public static ColumnOptions sqlite(Optional<ConflictAction> onConflict, Optional<InKey> inKey) {
    return NONE.withSqlite(onConflict, inKey);
  }

  private ColumnOptions withSqlite(Optional<ConflictAction> action, Optional<InKey> kind) {
    return new ColumnOptions(
        storage, compression, statistics, parameters, notNullName, inherited, action, kind);
  }
}
