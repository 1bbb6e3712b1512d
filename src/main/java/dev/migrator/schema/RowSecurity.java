package dev.migrator.schema;

/**
 * Whether a table's policies decide who sees which row (PostgreSQL).
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-rowsecurity.html">PostgreSQL: row
 *     security policies</a>
 */
public enum RowSecurity {
  DISABLED,
  ENABLED,
  /** For the table's owner, too. */
  FORCED,
  /** Not now, but for the table's owner, too, once they do. */
  FORCED_WHEN_ENABLED
}
