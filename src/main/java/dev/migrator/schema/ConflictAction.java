package dev.migrator.schema;

/**
 * What SQLite does with a row that breaks a constraint.
 *
 * @see <a href="https://sqlite.org/lang_conflict.html">SQLite: the ON CONFLICT clause</a>
 */
public enum ConflictAction {
  ROLLBACK,
  ABORT,
  FAIL,
  IGNORE,
  REPLACE
}
