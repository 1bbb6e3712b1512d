package dev.migrator.schema;

import java.util.List;
import java.util.Optional;

/**
 * What more there is to say of a primary key or unique constraint than its columns.
 *
 * @param include columns that its index carries along (PostgreSQL)
 * @param deferral when it is verified (PostgreSQL)
 * @param parameters the settings of its index (PostgreSQL)
 * @param tablespace where its index is kept; empty is the database's own place (PostgreSQL)
 * @param withoutOverlaps whether its last column is a range that may not overlap (PostgreSQL 18)
 * @param onConflict what happens with a row that breaks it (SQLite)
 */
public record KeyOptions(
    List<String> include,
    Deferral deferral,
    Parameters parameters,
    Optional<String> tablespace,
    boolean withoutOverlaps,
    Optional<ConflictAction> onConflict) {

  /** Nothing more. */
  public static final KeyOptions NONE =
      new KeyOptions(
          List.of(), Deferral.NONE, Parameters.NONE, Optional.empty(), false, Optional.empty());

  public KeyOptions {
    include = List.copyOf(include);
  }

  public KeyOptions withInclude(List<String> others) {
    return new KeyOptions(others, deferral, parameters, tablespace, withoutOverlaps, onConflict);
  }

  public KeyOptions withOnConflict(Optional<ConflictAction> other) {
    return new KeyOptions(include, deferral, parameters, tablespace, withoutOverlaps, other);
  }
}
