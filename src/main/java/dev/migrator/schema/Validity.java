package dev.migrator.schema;

/**
 * What a constraint says of the rows of its table.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">PostgreSQL: ALTER
 *     TABLE, NOT VALID and NOT ENFORCED</a>
 */
public enum Validity {
  /** Every row keeps to it. */
  VALID,
  /** Rows keep to it that were written since it is there: {@code NOT VALID}. */
  NOT_VALID,
  /** It is written down and never verified: {@code NOT ENFORCED} (PostgreSQL 18). */
  NOT_ENFORCED
}
