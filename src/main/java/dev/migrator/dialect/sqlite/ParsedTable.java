package dev.migrator.dialect.sqlite;

import dev.migrator.schema.ConflictAction;
import dev.migrator.schema.Deferral;
import dev.migrator.schema.ForeignKeyAction;
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

  /** A primary key or a unique constraint. */
  record Key(Optional<String> name, List<String> columns, Optional<ConflictAction> onConflict) {

    Key withOnConflict(Optional<ConflictAction> other) {
      return new Key(name, columns, other);
    }
  }

  /** A CHECK constraint. */
  record Check(Optional<String> name, String expression) {}

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
