package dev.migrator.execute;

import dev.migrator.dialect.Dialect;
import dev.migrator.schema.Column;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import java.util.Optional;

/**
 * The rows of a table that hold a value in a column.
 *
 * @param table the table
 * @param column the column
 * @param type the enumeration that the column is made of; empty for a column of texts
 * @param value the value
 * @param schema the schema that the column is of
 */
public record RowsHolding(
    QualifiedName table, Column column, Optional<QualifiedName> type, String value, Schema schema)
    implements CountedRows {

  @Override
  public String count(Dialect dialect) {
    String condition =
        type.map(name -> dialect.holds(schema, name, column, value))
            .orElseGet(
                () -> "%s = %s".formatted(dialect.quote(column.name()), dialect.literal(value)));
    return "(SELECT count(*) FROM %s WHERE %s)".formatted(Quoting.name(dialect, table), condition);
  }
}
