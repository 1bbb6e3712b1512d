package dev.migrator.schema;

import java.util.Optional;

/**
 * How logical replication tells the rows of a table apart, where it is not by the primary key
 * (PostgreSQL).
 *
 * @param kind by what
 * @param index the index, where it is one
 */
public record ReplicaIdentity(Kind kind, Optional<String> index) {

  /** By all columns, not at all, or by an index. */
  public enum Kind {
    FULL,
    NOTHING,
    INDEX
  }
}
