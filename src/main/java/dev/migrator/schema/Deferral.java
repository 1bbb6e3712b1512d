package dev.migrator.schema;

/**
 * When a constraint is verified.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtable.html">PostgreSQL: CREATE
 *     TABLE, DEFERRABLE</a>
 */
public enum Deferral {
  /** After each statement, always: {@code NOT DEFERRABLE}, what every constraint is by itself. */
  NONE,
  /** After each statement, unless a transaction asks for its end: {@code DEFERRABLE}. */
  DEFERRABLE,
  /** At the end of the transaction: {@code DEFERRABLE INITIALLY DEFERRED}. */
  INITIALLY_DEFERRED;

  /** {@code DEFERRABLE INITIALLY DEFERRED}, …; nothing for what every constraint is by itself. */
  public String sql() {
    return switch (this) {
      case NONE -> "";
      case DEFERRABLE -> "DEFERRABLE";
      case INITIALLY_DEFERRED -> "DEFERRABLE INITIALLY DEFERRED";
    };
  }
}
