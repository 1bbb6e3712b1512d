package dev.migrator.execute;

import dev.migrator.dialect.Dialect;
import dev.migrator.schema.QualifiedName;
import java.util.Optional;

/**
 * The rows of a table that have no value in a column.
 *
 * @param table the table
 * @param column the column; empty for one that the table does not have: then it is all its rows
 */
public record RowsWithout(QualifiedName table, Optional<String> column) implements CountedRows {

  @Override
  public String count(Dialect dialect) {
    String from = "FROM " + Quoting.name(dialect, table);
    return column
        .map(name -> "(SELECT count(*) %s WHERE %s IS NULL)".formatted(from, dialect.quote(name)))
        .orElse("CASE WHEN EXISTS (SELECT 1 %s) THEN 1 ELSE 0 END".formatted(from));
  }
}
