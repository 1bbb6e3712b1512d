package dev.migrator.diff;

import dev.migrator.schema.ColumnType;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SqlTokens;
import java.util.Optional;

/**
 * A column that a revision makes NOT NULL and for which the rows that are there have no value.
 *
 * @param table the table, by the name that it has after the revision
 * @param column the column, likewise
 * @param type its type
 * @param tableBefore the name that the table has now
 * @param columnBefore the name that the column has now; empty for one that the revision adds
 */
public record RequiredColumn(
    QualifiedName table,
    String column,
    ColumnType type,
    QualifiedName tableBefore,
    Optional<String> columnBefore) {

  /** {@code users.email}, as options name it. */
  public String name() {
    return table + "." + column;
  }

  /**
   * The statement that gives the rows their value.
   *
   * @param target what enumerations and domains there are after the revision
   * @throws InvalidFillException if the fill is no value of the column's type
   */
  public String update(Fill fill, Schema target) {
    String name = SqlTokens.quoted(column);
    String update =
        "UPDATE %s SET %s = %s".formatted(SqlTokens.quoted(table), name, sql(fill, target));
    return columnBefore.isEmpty() ? update : "%s WHERE %s IS NULL".formatted(update, name);
  }

  private String sql(Fill fill, Schema target) {
    if (fill.text().isBlank() && fill.form() == Fill.Form.EXPRESSION) {
      throw invalid(fill, "an expression is empty");
    }
    try {
      return switch (fill.form()) {
        case VALUE -> new FillLiteral(target).of(fill.text(), type);
        case EXPRESSION -> fill.text().strip();
      };
    } catch (IllegalArgumentException reason) {
      throw invalid(fill, String.valueOf(reason.getMessage()));
    }
  }

  private InvalidFillException invalid(Fill fill, String reason) {
    return new InvalidFillException(fill.form(), name() + "=" + fill.text(), reason);
  }
}
