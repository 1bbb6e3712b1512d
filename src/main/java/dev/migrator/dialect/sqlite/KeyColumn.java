package dev.migrator.dialect.sqlite;

import dev.migrator.schema.Column;
import dev.migrator.schema.InKey;
import dev.migrator.schema.PrimaryKey;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableOptions;
import java.util.List;
import java.util.Optional;

/**
 * What a column is because of its table's primary key, which it may be in or not.
 *
 * @param table the table
 * @param column the column, of a type that is no domain
 */
record KeyColumn(Table table, Column column) {

  private static final String INTEGER = "integer";

  private boolean isInKey() {
    return table.primaryKey().filter(key -> key.columns().contains(column.name())).isPresent();
  }

  private boolean isWholeKey() {
    return table
        .primaryKey()
        .filter(key -> key.columns().equals(List.of(column.name())))
        .isPresent();
  }

  /** The key, where its numbers are never used again. */
  Optional<PrimaryKey> counted() {
    return table.primaryKey().filter(key -> table.options().autoincrement() && isInKey());
  }

  private boolean isNumbered() {
    return column.identity().isPresent() || counted().isPresent();
  }

  /**
   * Whether a row may be without a value. A key says NOT NULL, which SQLite's PRIMARY KEY does not
   * imply, unless it was made otherwise.
   *
   * @see <a href="https://www.sqlite.org/quirks.html#primary_keys_can_sometimes_contain_nulls">
   *     SQLite: primary keys can contain NULLs</a>
   */
  boolean takesNull() {
    TableOptions options = table.options();
    return isInKey()
        ? column.options().inKey().equals(Optional.of(InKey.NULLABLE))
            && !isNumbered()
            && !options.strict()
            && !options.withoutRowid()
        : column.nullable();
  }

  /** The declared type. Only the name INTEGER makes a key another name of the row's number. */
  String declaredType() {
    if (isNumbered()) {
      return INTEGER;
    }
    String declared =
        table.options().strict()
            ? SqliteTypes.declaredStrictly(column.type())
            : SqliteTypes.declared(column.type());
    boolean apart = isWholeKey() && column.options().inKey().isPresent();
    return apart && declared.equals(INTEGER) ? "int" : declared;
  }
}
