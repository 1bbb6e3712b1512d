package dev.migrator.diff;

import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.EnumRef;
import dev.migrator.schema.Index;
import dev.migrator.schema.Names;
import dev.migrator.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gives the constraints and indexes of one table that have no name the conventional one. */
final class ConventionalNames {

  private final Table table;
  private final Set<String> taken = new HashSet<>();

  private ConventionalNames(Table table) {
    this.table = table;
    ItemKind.all().forEach(this::take);
    table.columns().stream()
        .filter(column -> isEnum(column.type()))
        .map(Column::name)
        .forEach(column -> taken.add(Names.check(table.name(), column)));
  }

  /** The table with every constraint and index named. */
  static Table of(Table table) {
    return new ConventionalNames(table).named();
  }

  private Table named() {
    return table
        .withPrimaryKey(all(ItemKind.PRIMARY_KEY).stream().findFirst())
        .withUniques(all(ItemKind.UNIQUE))
        .withForeignKeys(all(ItemKind.FOREIGN_KEY))
        .withChecks(all(ItemKind.CHECK))
        .withIndexes(all(ItemKind.INDEX));
  }

  private <T> List<T> all(ItemKind<T> kind) {
    return kind.items().apply(table).stream().map(item -> named(kind, item)).toList();
  }

  private <T> T named(ItemKind<T> kind, T item) {
    return kind.name().apply(item).isPresent()
        ? item
        : kind.withName().apply(item, Optional.of(free(kind.convention().apply(table, item))));
  }

  /** The name of a check by the columns that it mentions. */
  static String check(Table table, CheckConstraint check) {
    return Names.check(table.name(), String.join("_", Columns.of(check, table)));
  }

  /** The name of an index by its columns; by those that its expressions mention, if it has any. */
  static String index(Table table, Index index) {
    List<String> columns =
        table.columns().stream()
            .map(Column::name)
            .filter(column -> Columns.mentions(index.withoutWhere(), column))
            .toList();
    List<String> plain = Columns.of(index);
    return Names.index(table.name(), plain.size() == index.keys().size() ? plain : columns);
  }

  /** The name, or the first of {@code name_2}, {@code name_3}, … that nothing else has. */
  private String free(String name) {
    String candidate = name;
    for (int number = 2; !taken.add(candidate); number++) {
      candidate = Names.fit(name + "_" + number);
    }
    return candidate;
  }

  private <T> void take(ItemKind<T> kind) {
    kind.items().apply(table).forEach(item -> kind.name().apply(item).ifPresent(taken::add));
  }

  private static boolean isEnum(ColumnType type) {
    return type instanceof EnumRef;
  }
}
