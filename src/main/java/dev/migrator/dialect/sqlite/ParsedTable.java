package dev.migrator.dialect.sqlite;

import dev.migrator.schema.BasicType;
import dev.migrator.schema.BasicType.Kind;
import dev.migrator.schema.ConflictAction;
import dev.migrator.schema.Deferral;
import dev.migrator.schema.ForeignKeyAction;
import dev.migrator.schema.InKey;
import dev.migrator.schema.TableOptions;
import java.util.List;
import java.util.Optional;

/**
 * A table as its definition has it: names in the case of each mention, expressions as they were
 * written.
 *
 * @param name its name
 * @param columns its columns
 * @param primaryKey the primary key, written on a column or on the table
 * @param uniques the unique constraints
 * @param checks the CHECK constraints
 * @param references the foreign keys
 * @param options whether it is STRICT, AUTOINCREMENT or WITHOUT ROWID
 */
record ParsedTable(
    String name,
    List<ParsedColumn> columns,
    Optional<Key> primaryKey,
    List<Key> uniques,
    List<Check> checks,
    List<Reference> references,
    TableOptions options) {

  ParsedTable {
    columns = List.copyOf(columns);
    uniques = List.copyOf(uniques);
    checks = List.copyOf(checks);
    references = List.copyOf(references);
  }

  /**
   * A primary key or a unique constraint.
   *
   * @param onColumn whether it is written on its one column
   */
  record Key(
      Optional<String> name,
      List<KeyPart> parts,
      boolean onColumn,
      Optional<ConflictAction> onConflict) {

    Key {
      parts = List.copyOf(parts);
    }

    List<String> columns() {
      return parts.stream().map(KeyPart::column).toList();
    }
  }

  /**
   * A column of a key.
   *
   * @param collation the name of the collation in lower case, if one is written
   * @param descending whether it is sorted downwards
   */
  record KeyPart(String column, Optional<String> collation, boolean descending) {}

  /** The only column of the primary key, if there is but one. */
  private Optional<ParsedColumn> wholeKey() {
    return primaryKey
        .filter(key -> key.parts().size() == 1)
        .flatMap(key -> columns.stream().filter(column -> isIn(key, column)).findFirst());
  }

  private static boolean isIn(Key key, ParsedColumn column) {
    return key.columns().stream().anyMatch(column.name()::equalsIgnoreCase);
  }

  boolean isInKey(ParsedColumn column) {
    return primaryKey.filter(key -> isIn(key, column)).isPresent();
  }

  /**
   * Whether a column is another name of the number by which SQLite keeps the row: the whole key,
   * and of the type INTEGER by this very name. A column that says {@code PRIMARY KEY DESC} itself
   * is none.
   *
   * @see <a href="https://www.sqlite.org/lang_createtable.html#rowids_and_the_integer_primary_key">
   *     SQLite: ROWIDs and the INTEGER PRIMARY KEY</a>
   */
  private boolean isRowid(ParsedColumn column) {
    return !options.withoutRowid()
        && wholeKey().equals(Optional.of(column))
        && column.type().equalsIgnoreCase("integer")
        && primaryKey
            .filter(key -> !key.onColumn() || !key.parts().get(0).descending())
            .isPresent();
  }

  /**
   * What a column is in the primary key that it would be on no other database.
   *
   * @see <a href="https://www.sqlite.org/quirks.html#primary_keys_can_sometimes_contain_nulls">
   *     SQLite: primary keys can contain NULLs</a>
   */
  Optional<InKey> inKey(ParsedColumn column) {
    if (options.withoutRowid() || !isInKey(column) || isRowid(column)) {
      return Optional.empty();
    }
    if (!options.strict() && !column.notNull()) {
      return Optional.of(InKey.NULLABLE);
    }
    boolean integer = SqliteTypes.read(column).equals(BasicType.of(Kind.INTEGER));
    return integer && wholeKey().isPresent() ? Optional.of(InKey.NOT_ROWID) : Optional.empty();
  }

  /** A CHECK constraint. */
  record Check(Optional<String> name, String expression, Optional<ConflictAction> onConflict) {}

  /**
   * A foreign key.
   *
   * @param referencedColumns empty for the referenced table's primary key
   */
  record Reference(
      Optional<String> name,
      List<String> columns,
      String table,
      List<String> referencedColumns,
      ForeignKeyAction onDelete,
      ForeignKeyAction onUpdate,
      Deferral deferral) {}
}
