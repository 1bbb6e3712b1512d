package dev.migrator.schema;

/** What happens to the referencing rows when the referenced row goes or its key changes. */
public enum ForeignKeyAction {
  NO_ACTION,
  RESTRICT,
  CASCADE,
  SET_NULL,
  SET_DEFAULT;

  /** {@code NO ACTION}, {@code SET NULL}, … */
  public String sql() {
    return name().replace('_', ' ');
  }
}
