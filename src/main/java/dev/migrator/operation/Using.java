package dev.migrator.operation;

import dev.migrator.schema.Expression;

/** What a revision says of how the values of a column become values of another type. */
public sealed interface Using {

  /**
   * The value of the new type, as SQL over the row before. A database for which it gives no text
   * converts by itself.
   */
  record Sql(Expression expression) implements Using {}

  /** Nobody has said it yet: a person has to, before the revision can run. */
  record ToDo() implements Using {}
}
