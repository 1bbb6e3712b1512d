package dev.migrator.schema;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A CHECK constraint of a table.
 *
 * @param name the constraint's name; empty where its source gives none (a model, an SQLite table)
 * @param expression the condition, without the parentheses around it
 * @param inherited whether tables that inherit from this one have it, too (PostgreSQL)
 * @param validity what it says of the rows (PostgreSQL)
 */
public record CheckConstraint(
    Optional<String> name, Expression expression, boolean inherited, Validity validity)
    implements Constraint {

  /** A condition that every row keeps to. */
  public CheckConstraint(Optional<String> name, Expression expression) {
    this(name, expression, true, Validity.VALID);
  }

  @Override
  public CheckConstraint withName(Optional<String> other) {
    return new CheckConstraint(other, expression, inherited, validity);
  }

  public CheckConstraint withExpression(Expression other) {
    return new CheckConstraint(name, other, inherited, validity);
  }

  /** The constraint with its condition's texts replaced. */
  public CheckConstraint map(UnaryOperator<String> change) {
    return withExpression(expression.map(change));
  }
}
