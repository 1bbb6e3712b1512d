package dev.migrator.diff;

import dev.migrator.operation.AddCheck;
import dev.migrator.operation.AddColumn;
import dev.migrator.operation.AddExclusion;
import dev.migrator.operation.AddPrimaryKey;
import dev.migrator.operation.AddUnique;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.AlterTable;
import dev.migrator.operation.Change;
import dev.migrator.operation.CreateIndex;
import dev.migrator.operation.DropCheck;
import dev.migrator.operation.DropColumn;
import dev.migrator.operation.DropExclusion;
import dev.migrator.operation.DropIndex;
import dev.migrator.operation.DropPrimaryKey;
import dev.migrator.operation.DropUnique;
import dev.migrator.operation.SetComment;
import dev.migrator.schema.Column;
import dev.migrator.schema.ExclusionConstraint;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.SqlTokens;
import dev.migrator.schema.Table;
import dev.migrator.schema.UniqueConstraint;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What differs within one table that stays, but for its foreign keys.
 *
 * @param changes where the changes go
 * @param from the table before
 * @param to the table after
 */
record TableDiff(ChangeList changes, Table from, Table to) {

  /** Takes down the constraints and indexes that go or change. */
  void drop() {
    removed(Table::indexes, Columns::mentions)
        .forEach(index -> changes.add(new DropIndex(name(), index)));
    removed(Table::checks, Columns::mentions)
        .forEach(check -> changes.add(new DropCheck(name(), check)));
    removed(Table::exclusions, TableDiff::isOn)
        .forEach(exclusion -> changes.add(new DropExclusion(name(), exclusion)));
    removed(Table::uniques, TableDiff::isOn)
        .forEach(unique -> changes.add(new DropUnique(name(), unique)));
    if (!from.primaryKey().equals(to.primaryKey())) {
      from.primaryKey().ifPresent(key -> changes.add(new DropPrimaryKey(name(), key)));
    }
  }

  /** Changes the columns, then puts up the constraints and indexes that come or change. */
  void change() {
    add(column -> !isComputed(column));
    drop(TableDiff::isComputed);
    columns(to, column -> !isComputed(column)).forEach(this::alter);
    columns(to, TableDiff::isComputed).forEach(this::alter);
    drop(column -> !isComputed(column));
    add(TableDiff::isComputed);
    if (!from.primaryKey().equals(to.primaryKey())) {
      to.primaryKey().ifPresent(key -> changes.add(new AddPrimaryKey(name(), key)));
    }
    added(Table::uniques, TableDiff::isOn)
        .forEach(unique -> changes.add(new AddUnique(name(), unique)));
    added(Table::checks, Columns::mentions)
        .forEach(check -> changes.add(new AddCheck(name(), check)));
    added(Table::exclusions, TableDiff::isOn)
        .forEach(exclusion -> changes.add(new AddExclusion(name(), exclusion)));
    added(Table::indexes, Columns::mentions)
        .forEach(index -> changes.add(new CreateIndex(name(), index)));
    comment(Optional.empty(), from.comment(), to.comment());
    Change.between(from, to, Table::options)
        .ifPresent(options -> changes.add(new AlterTable(name(), options)));
  }

  private void add(Predicate<Column> wanted) {
    columns(
            to,
            wanted.and(column -> from.column(column.name()).isEmpty() || isRemade(column.name())))
        .forEach(column -> changes.add(new AddColumn(name(), column)));
  }

  private void drop(Predicate<Column> wanted) {
    columns(
            from,
            wanted.and(column -> to.column(column.name()).isEmpty() || isRemade(column.name())))
        .forEach(column -> changes.add(new DropColumn(name(), column)));
  }

  /** A generated column goes before what it is computed from changes, and comes after. */
  private static boolean isComputed(Column column) {
    return column.generated().isPresent();
  }

  /**
   * Whether a generated column changes together with the type of one that it is computed from.
   * Neither of its expressions need fit the types in between, so it goes before they change and
   * comes after, unless a key needs it all the while.
   */
  private boolean isRemade(String name) {
    Optional<Column> before = from.column(name).filter(TableDiff::isComputed);
    Optional<Column> after = to.column(name).filter(TableDiff::isComputed);
    return before.isPresent()
        && after.isPresent()
        && !before.equals(after)
        && from.columns().stream()
            .filter(this::changesType)
            .anyMatch(
                source ->
                    isComputedFrom(before.get(), source) || isComputedFrom(after.get(), source))
        && !isInKey(name);
  }

  private boolean changesType(Column before) {
    return to.column(before.name())
        .filter(after -> !after.type().equals(before.type()))
        .isPresent();
  }

  private static boolean isComputedFrom(Column column, Column source) {
    return column
        .generated()
        .filter(generated -> generated.expression().mentions(source.name()))
        .isPresent();
  }

  private boolean isInKey(String column) {
    return Stream.of(from, to)
            .anyMatch(
                table ->
                    table.primaryKey().filter(key -> key.columns().contains(column)).isPresent()
                        || table.foreignKeys().stream()
                            .anyMatch(key -> key.columns().contains(column)))
        || changes.schema().tables().stream()
            .flatMap(table -> table.foreignKeys().stream())
            .anyMatch(
                key -> key.references().equals(name()) && key.referencedColumns().contains(column));
  }

  private static boolean isOn(ExclusionConstraint exclusion, String column) {
    return SqlTokens.mentions(exclusion.definition(), column);
  }

  private static boolean isOn(UniqueConstraint unique, String column) {
    return unique.columns().contains(column);
  }

  private void alter(Column after) {
    Optional<Column> found = from.column(after.name());
    if (found.isEmpty() || isRemade(after.name())) {
      return;
    }
    Column before = found.get();
    if (!before.withComment(Optional.empty()).equals(after.withComment(Optional.empty()))) {
      changes.add(AlterColumn.between(name(), before, after));
    }
    comment(Optional.of(after.name()), before.comment(), after.comment());
  }

  private void comment(Optional<String> column, Optional<String> before, Optional<String> after) {
    if (!before.equals(after)) {
      changes.add(new SetComment(name(), column, new Change<>(before, after)));
    }
  }

  private QualifiedName name() {
    return to.name();
  }

  private static List<Column> columns(Table table, Predicate<Column> wanted) {
    return table.columns().stream().filter(wanted).toList();
  }

  private <T> List<T> removed(Function<Table, List<T>> items, BiPredicate<T, String> standsOn) {
    return differing(items.apply(from), items.apply(to), standsOn);
  }

  private <T> List<T> added(Function<Table, List<T>> items, BiPredicate<T, String> standsOn) {
    return differing(items.apply(to), items.apply(from), standsOn);
  }

  /** Those that the other table does not have, or that stand on a column which comes anew. */
  private <T> List<T> differing(List<T> items, List<T> others, BiPredicate<T, String> standsOn) {
    List<String> remade =
        columns(to, column -> isRemade(column.name())).stream().map(Column::name).toList();
    return items.stream()
        .filter(
            item ->
                !others.contains(item)
                    || remade.stream().anyMatch(column -> standsOn.test(item, column)))
        .toList();
  }
}
