package dev.migrator.schema;

import java.util.Optional;

/**
 * An exclusion constraint of a table (PostgreSQL).
 *
 * @param name the constraint's name; empty where its source gives none
 * @param definition what stands behind {@code EXCLUDE}, in PostgreSQL's own words: {@code USING
 *     gist (room WITH =, during WITH &&)}
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtable.html">PostgreSQL: CREATE
 *     TABLE, EXCLUDE</a>
 */
public record ExclusionConstraint(Optional<String> name, String definition) implements Constraint {

  public ExclusionConstraint {
    definition = definition.strip();
    if (definition.isEmpty()) {
      throw new IllegalArgumentException("an exclusion constraint is empty");
    }
  }

  @Override
  public ExclusionConstraint withName(Optional<String> other) {
    return new ExclusionConstraint(other, definition);
  }

  public ExclusionConstraint withDefinition(String other) {
    return new ExclusionConstraint(name, other);
  }
}
