package dev.migrator.entity;

import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Column;
import dev.migrator.schema.ForeignKey;
import java.util.List;
import java.util.Optional;

/**
 * The columns by which an entity references another one.
 *
 * @param joined the referencing columns
 * @param foreignKey the constraint on them, unless the model wants none
 * @param unique whether each target is referenced at most once
 * @param uniqueColumns the columns that are unique by themselves
 * @param checks the conditions on the columns
 * @param onKey whether the target's primary key is referenced
 */
record Join(
    List<JoinColumn> joined,
    Optional<ForeignKey> foreignKey,
    boolean unique,
    List<String> uniqueColumns,
    List<CheckConstraint> checks,
    boolean onKey) {

  Join {
    joined = List.copyOf(joined);
    checks = List.copyOf(checks);
  }

  List<Column> columns() {
    return joined.stream().map(JoinColumn::column).toList();
  }

  List<String> columnNames() {
    return columns().stream().map(Column::name).toList();
  }
}
