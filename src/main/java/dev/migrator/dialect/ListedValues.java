package dev.migrator.dialect;

import dev.migrator.operation.AddCheck;
import dev.migrator.operation.AddColumn;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.DropByName;
import dev.migrator.operation.DropCheck;
import dev.migrator.operation.EnumValues;
import dev.migrator.operation.Operation;
import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Column;
import dev.migrator.schema.EnumRef;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SqlTokens;
import dev.migrator.schema.Table;
import dev.migrator.schema.ValueList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A CHECK that is added to a table and lists the values of one of its columns.
 *
 * @param operation the addition
 * @param column the column
 * @param condition the CHECK, as SQL
 * @param values the values, as SQL
 * @param dialect the database whose SQL it is
 */
public record ListedValues(
    AddCheck operation, Column column, String condition, List<String> values, String dialect) {

  /**
   * The list that a CHECK is; empty for any other CHECK.
   *
   * @param before the schema before it
   */
  public static Optional<ListedValues> of(AddCheck operation, Schema before, String dialect) {
    Optional<String> condition = operation.check().expression().sql(dialect);
    return condition
        .flatMap(ValueList::of)
        .flatMap(
            list ->
                before.table(operation.table()).stream()
                    .flatMap(table -> table.columns().stream())
                    .filter(column -> list.isOf(column.name()))
                    .findFirst()
                    .map(
                        column ->
                            new ListedValues(
                                operation, column, condition.get(), list.literals(), dialect)));
  }

  /**
   * The loss that it is where rows may hold other values that an earlier list had.
   *
   * @param start the schema before the revision
   * @param preceding the operations before it in the revision
   */
  public Optional<ValueLoss> loss(Schema start, List<Operation> preceding) {
    if (preceding.stream().anyMatch(this::isNew)) {
      return Optional.empty();
    }
    List<List<String>> known = listedBefore(start, preceding).toList();
    if (known.isEmpty() && preceding.stream().anyMatch(this::isUnknownDrop)) {
      return Optional.of(
          loss(
              "be limited to the values that check %s lists: others are held by "
                  .formatted(operation.check().name().orElse(condition))));
    }
    List<String> lost = EnumValues.without(known.stream().flatMap(List::stream).toList(), values);
    return lost.isEmpty()
        ? Optional.empty()
        : Optional.of(loss("lose %s: still held by ".formatted(ValueLoss.named(lost))));
  }

  private ValueLoss loss(String what) {
    return new ValueLoss(
        "%s.%s cannot %s".formatted(operation.table(), column.name(), what),
        ". Change those rows first, or let the revision do it by an 'execute' before 'add_check'");
  }

  /** A column that the revision adds holds what the revision gives it. */
  private boolean isNew(Operation preceding) {
    return (preceding instanceof AddColumn add
            && add.table().equals(operation.table())
            && add.column().name().equals(column.name()))
        || (preceding instanceof CreateTable create
            && create.table().name().equals(operation.table()));
  }

  /** A CHECK that no revision has made, so that nobody knows what it says. */
  private boolean isUnknownDrop(Operation preceding) {
    return preceding instanceof DropByName drop
        && drop.kind() == DropByName.Kind.CHECK
        && drop.table().equals(Optional.of(operation.table()));
  }

  /** The lists to which the rows of the column are known to keep before the revision. */
  private Stream<List<String>> listedBefore(Schema start, List<Operation> preceding) {
    Stream<Expression> dropped =
        preceding.stream()
            .filter(
                other -> other instanceof DropCheck drop && drop.table().equals(operation.table()))
            .map(other -> ((DropCheck) other).check().expression());
    Stream<Expression> kept =
        start.table(operation.table()).stream()
            .map(Table::checks)
            .flatMap(List::stream)
            .map(CheckConstraint::expression);
    Stream<List<String>> checks =
        Stream.concat(dropped, kept)
            .flatMap(expression -> expression.sql(dialect).stream())
            .flatMap(sql -> ValueList.of(sql).stream())
            .filter(list -> list.isOf(column.name()))
            .map(ValueList::literals);
    Stream<List<String>> types =
        preceding.stream().flatMap(other -> valuesOfTypeBefore(other, start).stream());
    return Stream.concat(checks, types);
  }

  private Optional<List<String>> valuesOfTypeBefore(Operation preceding, Schema start) {
    return preceding instanceof AlterColumn alteration
            && alteration.table().equals(operation.table())
            && alteration.column().equals(column.name())
        ? alteration
            .type()
            .filter(type -> type.from() instanceof EnumRef)
            .flatMap(type -> start.enumType(((EnumRef) type.from()).name()))
            .map(EnumType::values)
            .map(values -> values.stream().map(SqlTokens::literal).toList())
        : Optional.empty();
  }
}
