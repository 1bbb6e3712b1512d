package dev.migrator.diff;

import dev.migrator.diff.LostValue.Holder;
import dev.migrator.operation.AddCheck;
import dev.migrator.operation.AddEnumValue;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.AlterEnum;
import dev.migrator.operation.DropCheck;
import dev.migrator.operation.EnumValues;
import dev.migrator.operation.SchemaChange;
import dev.migrator.operation.TypeChange;
import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.EnumColumn;
import dev.migrator.schema.EnumRef;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.Expression;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SqlTokens;
import dev.migrator.schema.Table;
import dev.migrator.schema.ValueList;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the values that enumerations lose while rows may hold them. */
final class LostValues {

  private final List<SchemaChange> changes;
  private final Schema current;
  private final Schema target;

  private LostValues(List<SchemaChange> changes, Schema current, Schema target) {
    this.changes = changes;
    this.current = current;
    this.target = target;
  }

  /**
   * The values, each once.
   *
   * @param current the schema before the changes
   * @param target the schema after them
   * @param columns the columns that hold names or positions of constants
   */
  static List<LostValue> among(
      List<SchemaChange> changes, Schema current, Schema target, List<EnumColumn> columns) {
    LostValues values = new LostValues(changes, current, target);
    List<LostValue> lost = new ArrayList<>();
    for (int index = 0; index < changes.size(); index++) {
      if (changes.get(index) instanceof AlterEnum change) {
        lost.addAll(values.ofEnum(change, changes.subList(0, index)));
      }
    }
    columns.stream()
        .distinct()
        .forEach(
            column -> {
              lost.addAll(values.ofColumn(column, SqlTokens::literals));
              lost.addAll(values.ofColumn(column, LostValues::numbers));
              values
                  .conversion(column)
                  .ifPresent(to -> lost.addAll(values.ofConverted(column, to)));
            });
    return List.copyOf(lost);
  }

  private List<LostValue> ofEnum(AlterEnum change, List<SchemaChange> preceding) {
    List<Holder> holders =
        target.tables().stream()
            .flatMap(
                table ->
                    table.columns().stream()
                        .filter(column -> target.standsOn(column.type(), change.name()))
                        .flatMap(column -> holder(preceding, table, column.name()).stream()))
            .filter(holder -> current.standsOn(holder.column().type(), change.name()))
            .toList();
    List<String> added =
        preceding.stream()
            .filter(other -> other instanceof AddEnumValue add && add.name().equals(change.name()))
            .map(other -> ((AddEnumValue) other).value())
            .toList();
    return change.removed().stream()
        .filter(value -> !change.replace().containsKey(value))
        .map(
            value ->
                new LostValue(change.name(), Optional.empty(), value, change.to(), added, holders))
        .toList();
  }

  private Optional<Holder> holder(List<SchemaChange> preceding, Table table, String column) {
    return Origin.of(preceding, table.name(), Optional.of(column))
        .flatMap(
            origin ->
                current
                    .table(origin.table())
                    .flatMap(before -> before.column(origin.column().orElseThrow()))
                    .map(before -> new Holder(origin.table(), before)));
  }

  /** What the column's CHECK listed and the new one does not. */
  private List<LostValue> ofColumn(EnumColumn column, Function<String, List<String>> values) {
    List<String> before = listed(column, DropCheck.class::isInstance, values);
    List<String> after = listed(column, AddCheck.class::isInstance, values);
    if (before.isEmpty() || after.isEmpty()) {
      return List.of();
    }
    return lost(
        column, EnumValues.without(before, after), after, EnumValues.without(after, before));
  }

  private List<LostValue> lost(
      EnumColumn column, List<String> values, List<String> others, List<String> arriving) {
    List<Holder> holders =
        target.table(column.table()).stream()
            .flatMap(table -> holder(changes, table, column.column()).stream())
            .toList();
    return values.stream()
        .map(
            value ->
                new LostValue(
                    column.table(), Optional.of(column.column()), value, others, arriving, holders))
        .toList();
  }

  /** The change of a column from names of constants to a type, or away from one. */
  private Optional<TypeChange> conversion(EnumColumn column) {
    return changes.stream()
        .filter(AlterColumn.class::isInstance)
        .map(AlterColumn.class::cast)
        .filter(alter -> alter.table().equals(column.table()))
        .filter(alter -> alter.column().equals(column.column()))
        .flatMap(alter -> alter.type().stream())
        .filter(type -> type.from() instanceof EnumRef || type.to() instanceof EnumRef)
        .findFirst();
  }

  /**
   * What the column's type or CHECK had, and what comes in its place has not. No other value is the
   * same under a new name; one that a row gets in its place has to fit before the conversion.
   */
  private List<LostValue> ofConverted(EnumColumn column, TypeChange conversion) {
    List<String> before =
        valuesOf(conversion.from(), current)
            .orElseGet(() -> listed(column, DropCheck.class::isInstance, SqlTokens::literals));
    List<String> after =
        valuesOf(conversion.to(), target)
            .orElseGet(() -> listed(column, AddCheck.class::isInstance, SqlTokens::literals));
    boolean typed =
        Stream.of(conversion.from(), conversion.to()).allMatch(EnumRef.class::isInstance);
    List<String> others = typed ? after.stream().filter(before::contains).toList() : after;
    return after.isEmpty()
        ? List.of()
        : lost(column, EnumValues.without(before, after), others, List.of());
  }

  private static Optional<List<String>> valuesOf(ColumnType type, Schema schema) {
    return type instanceof EnumRef reference
        ? schema.enumType(reference.name()).map(EnumType::values)
        : Optional.empty();
  }

  private List<String> listed(
      EnumColumn column, Predicate<SchemaChange> wanted, Function<String, List<String>> values) {
    Set<String> listed = new LinkedHashSet<>();
    changes.stream()
        .filter(wanted)
        .flatMap(change -> check(change, column.table()))
        .flatMap(check -> texts(check.expression()))
        .filter(text -> SqlTokens.mentions(text, column.column()))
        .flatMap(text -> values.apply(text).stream())
        .forEach(listed::add);
    return List.copyOf(listed);
  }

  /** Positions, or what else constants are kept as. */
  private static List<String> numbers(String condition) {
    return SqlTokens.literals(condition).isEmpty()
        ? ValueList.of(condition).map(ValueList::literals).orElse(List.of())
        : List.of();
  }

  /** The CHECK of a table that a change adds or drops. */
  static Stream<CheckConstraint> check(SchemaChange change, QualifiedName table) {
    if (change instanceof DropCheck drop && drop.table().equals(table)) {
      return Stream.of(drop.check());
    }
    return change instanceof AddCheck add && add.table().equals(table)
        ? Stream.of(add.check())
        : Stream.empty();
  }

  private static Stream<String> texts(Expression expression) {
    return expression instanceof Expression.Portable portable
        ? Stream.of(portable.text())
        : Stream.empty();
  }
}
