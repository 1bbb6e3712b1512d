package dev.migrator.schema;

/**
 * How the database computes a column from others of its row ({@code GENERATED ALWAYS AS}).
 *
 * @param expression what it is computed from, without the parentheses around it
 * @param stored whether the value is kept in the row ({@code STORED}) or computed when it is read
 *     ({@code VIRTUAL})
 */
public record Generated(Expression expression, boolean stored) {

  /** A value that is computed when the row is written, and kept. */
  public static Generated stored(Expression expression) {
    return new Generated(expression, true);
  }

  /** A value that is computed when the row is read. */
  public static Generated virtual(Expression expression) {
    return new Generated(expression, false);
  }

  public Generated withExpression(Expression other) {
    return new Generated(other, stored);
  }
}
