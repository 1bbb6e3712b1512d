package dev.migrator.dialect.postgresql;

import dev.migrator.operation.AddColumn;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.Operation;
import dev.migrator.schema.Column;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names of NOT NULL constraints that are not those which PostgreSQL chooses, such as that a
 * table made by LIKE has from another one. Where one of them is what it would choose for another
 * column, it would take the next free name; so that name is said.
 *
 * @param names the names
 */
record TakenNames(Set<String> names) {

  /** The names in a schema, and those that operations bring into it. */
  static TakenNames in(Schema schema, List<Operation> operations) {
    Stream<Column> columns =
        Stream.of(
                schema.tables().stream().flatMap(table -> table.columns().stream()),
                operations.stream().flatMap(TakenNames::added))
            .flatMap(Function.identity());
    return new TakenNames(
        columns
            .flatMap(column -> column.options().notNullName().stream())
            .collect(Collectors.toUnmodifiableSet()));
  }

  private static Stream<Column> added(Operation operation) {
    if (operation instanceof CreateTable create) {
      return create.table().columns().stream();
    }
    return operation instanceof AddColumn add ? Stream.of(add.column()) : Stream.empty();
  }

  /** The operation with each name that PostgreSQL would not choose because it is taken. */
  Operation said(Operation operation) {
    if (names.isEmpty()) {
      return operation;
    }
    if (operation instanceof CreateTable create) {
      Table table = create.table();
      return new CreateTable(
          table.withColumns(
              table.columns().stream().map(column -> said(table.name(), column)).toList()),
          create.sql());
    }
    return operation instanceof AddColumn add
        ? new AddColumn(add.table(), said(add.table(), add.column()))
        : operation;
  }

  private Column said(QualifiedName table, Column column) {
    String chosen = ChosenNames.notNull(table, column.name());
    boolean chooses =
        !column.nullable()
            && !column.options().inherited()
            && column.options().notNullName().isEmpty();
    return chooses && names.contains(chosen)
        ? column.withOptions(column.options().withNotNullName(Optional.of(chosen)))
        : column;
  }
}
