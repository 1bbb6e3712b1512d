package dev.migrator.command;

import dev.migrator.diff.Fill;
import dev.migrator.diff.RequiredColumn;
import dev.migrator.problem.GivenOption;
import dev.migrator.schema.Schema;

/**
 * A column that becomes NOT NULL while rows of the database have no value for it.
 *
 * @param column the column
 * @param rows how many rows hold NULL; of a new column it is any number
 * @param target what enumerations and domains there are after the revision
 */
public record UnfilledColumn(RequiredColumn column, long rows, Schema target) {

  /** A sentence without its end: what the column is, and which rows stand against it. */
  public String describe() {
    return column
        .columnBefore()
        .map(
            before ->
                "%s becomes NOT NULL, and %s NULL"
                    .formatted(column.name(), rows == 1 ? "1 row holds" : rows + " rows hold"))
        .orElse(
            "%s is NOT NULL without a default, and %s has rows"
                .formatted(column.name(), column.tableBefore()));
  }

  /** The options that fill the rows. */
  public String options() {
    return options(column);
  }

  static String options(RequiredColumn column) {
    return "%s or %s"
        .formatted(
            GivenOption.of(Fill.Form.VALUE.option(), column.name() + "=VALUE"),
            GivenOption.of(Fill.Form.EXPRESSION.option(), column.name() + "=EXPRESSION"));
  }

  /**
   * Makes sure that a fill is a value of the column's type.
   *
   * @throws dev.migrator.diff.InvalidFillException if it is none
   */
  public void check(Fill fill) {
    column.update(fill, target);
  }
}
