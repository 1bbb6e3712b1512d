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
 * @param onConflict what its definition says of a row that breaks it (SQLite, which takes the words
 *     and refuses the row)
 * @see <a href="https://sqlite.org/lang_conflict.html">SQLite: the ON CONFLICT clause</a>
 */
public record CheckConstraint(
    Optional<String> name,
    Expression expression,
    boolean inherited,
    Validity validity,
    Optional<ConflictAction> onConflict)
    implements Constraint {

  /** A condition that every row keeps to. */
  public CheckConstraint(Optional<String> name, Expression expression) {
    this(name, expression, true, Validity.VALID);
  }

  /** A condition as PostgreSQL has it. */
  public CheckConstraint(
      Optional<String> name, Expression expression, boolean inherited, Validity validity) {
    this(name, expression, inherited, validity, Optional.empty());
  }

  @Override
  public CheckConstraint withName(Optional<String> other) {
    return new CheckConstraint(other, expression, inherited, validity, onConflict);
  }

  public CheckConstraint withExpression(Expression other) {
    return new CheckConstraint(name, other, inherited, validity, onConflict);
  }

  public CheckConstraint withOnConflict(Optional<ConflictAction> other) {
    return new CheckConstraint(name, expression, inherited, validity, other);
  }

  /** The constraint with its condition's texts replaced. */
  public CheckConstraint map(UnaryOperator<String> change) {
    return withExpression(expression.map(change));
  }
}
