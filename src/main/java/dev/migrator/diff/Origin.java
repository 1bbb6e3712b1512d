package dev.migrator.diff;

import dev.migrator.operation.AddColumn;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.MoveToSchema;
import dev.migrator.operation.RenameColumn;
import dev.migrator.operation.RenameTable;
import dev.migrator.operation.SchemaChange;
import dev.migrator.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * A table, or one of its columns, by the names that it has before some changes.
 *
 * @param table the table
 * @param column the column; empty for the table
 */
record Origin(QualifiedName table, Optional<String> column) {

  /**
   * What a table or column was before changes; empty where it was not there.
   *
   * @param changes the changes that lead to the names
   */
  static Optional<Origin> of(
      List<SchemaChange> changes, QualifiedName table, Optional<String> column) {
    Origin origin = new Origin(table, column);
    for (int index = changes.size() - 1; index >= 0; index--) {
      SchemaChange change = changes.get(index);
      if (origin.isMadeBy(change)) {
        return Optional.empty();
      }
      origin = origin.before(change);
    }
    return Optional.of(origin);
  }

  private boolean isMadeBy(SchemaChange change) {
    return (change instanceof CreateTable create && create.table().name().equals(table))
        || (change instanceof AddColumn add
            && add.table().equals(table)
            && column.equals(Optional.of(add.column().name())));
  }

  private Origin before(SchemaChange change) {
    if (change instanceof RenameTable rename && rename.to().equals(table)) {
      return new Origin(rename.from(), column);
    }
    if (change instanceof MoveToSchema move && move.to().equals(table)) {
      return new Origin(move.from(), column);
    }
    return change instanceof RenameColumn rename
            && rename.table().equals(table)
            && column.equals(Optional.of(rename.to()))
        ? new Origin(table, Optional.of(rename.from()))
        : this;
  }
}
