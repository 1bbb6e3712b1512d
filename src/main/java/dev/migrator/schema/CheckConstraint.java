package dev.migrator.schema;

import java.util.Optional;

/**
 * A CHECK constraint of a table.
 *
 * @param name the constraint's name; empty where its source gives none (a model, an SQLite table)
 * @param expression the condition, without the parentheses around it
 */
public record CheckConstraint(Optional<String> name, Expression expression) {

  public CheckConstraint withName(Optional<String> other) {
    return new CheckConstraint(other, expression);
  }
}
