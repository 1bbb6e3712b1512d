package dev.migrator.schema;

import java.util.Optional;

/**
 * What more there is to say of an index (PostgreSQL).
 *
 * @param nullsNotDistinct whether a NULL equals another in a unique index
 * @param parameters its settings
 * @param tablespace where it is kept; empty is the database's own place
 */
public record IndexOptions(
    boolean nullsNotDistinct, Parameters parameters, Optional<String> tablespace) {

  /** Nothing more. */
  public static final IndexOptions NONE =
      new IndexOptions(false, Parameters.NONE, Optional.empty());
}
