package dev.migrator.diff;

import dev.migrator.operation.MoveToSchema;
import dev.migrator.operation.RenameTable;
import dev.migrator.operation.SchemaChange;
import dev.migrator.schema.Names;
import dev.migrator.schema.QualifiedName;
import java.util.List;
import java.util.function.Predicate;

/** The way of a table to another name, to another schema, or to both. */
final class TableMove {

  private TableMove() {}

  /**
   * The changes, each to a name that is free. A database renames within a schema and moves under
   * one name, so that a table which does both is called otherwise on the way.
   *
   * @param isTaken whether a table of a name is there
   */
  static List<SchemaChange> of(
      QualifiedName from, QualifiedName to, Predicate<QualifiedName> isTaken) {
    if (from.schema().equals(to.schema())) {
      return List.of(new RenameTable(from, to));
    }
    if (from.name().equals(to.name())) {
      return List.of(new MoveToSchema(from, to));
    }
    QualifiedName renamed = from.withName(to.name());
    if (!isTaken.test(renamed)) {
      return List.of(new RenameTable(from, renamed), new MoveToSchema(renamed, to));
    }
    QualifiedName moved = to.withName(from.name());
    if (!isTaken.test(moved)) {
      return List.of(new MoveToSchema(from, moved), new RenameTable(moved, to));
    }
    QualifiedName between = from.withName(Names.fit(from.name() + Renames.BETWEEN));
    QualifiedName arrived = to.withName(between.name());
    return List.of(
        new RenameTable(from, between),
        new MoveToSchema(between, arrived),
        new RenameTable(arrived, to));
  }
}
