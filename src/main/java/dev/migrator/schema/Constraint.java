package dev.migrator.schema;

import java.util.Optional;

/** What a table holds its rows to. */
public sealed interface Constraint
    permits PrimaryKey, UniqueConstraint, ForeignKey, CheckConstraint, ExclusionConstraint {

  /** Its name; empty where its source gives none (a model, an SQLite table). */
  Optional<String> name();

  /** The same under another name. */
  Constraint withName(Optional<String> other);
}
