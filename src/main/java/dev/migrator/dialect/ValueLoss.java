package dev.migrator.dialect;

import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.AlterEnum;
import dev.migrator.operation.CreateEnum;
import dev.migrator.operation.EnumValues;
import dev.migrator.operation.Operation;
import dev.migrator.operation.TypeChange;
import dev.migrator.operation.Using;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.EnumRef;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SqlTokens;
import java.util.List;
import java.util.Optional;

/**
 * A change after which rows cannot hold all the values that they could hold before.
 *
 * @param start what its refusal says before the rows that hold such a value
 * @param end what it says after them
 */
public record ValueLoss(String start, String end) {

  private static final int MOST_NAMED = 10;

  /**
   * The loss that a change of an enumeration is.
   *
   * @param before the schema before it
   */
  public static Optional<ValueLoss> of(AlterEnum change, Schema before) {
    List<String> lost = lost(change, before);
    return lost.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ValueLoss(
                "enum %s cannot lose %s: still held by ".formatted(change.name(), literals(lost)),
                ". Change those rows first, or let the operation say what they get: replace: {%s}"
                    .formatted(named(lost.stream().map(value -> value + ": …").toList()))));
  }

  /**
   * The loss that the change of a column from one enumeration to another is, unless the revision
   * itself says what becomes of single values.
   *
   * @param before the schema before it
   * @param preceding the operations before it in the revision, which may create the other one
   * @param dialect the database
   */
  public static Optional<ValueLoss> of(
      AlterColumn change, Schema before, List<Operation> preceding, String dialect) {
    List<String> lost = namesValues(change, dialect) ? List.of() : lost(change, before, preceding);
    return lost.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ValueLoss(
                "%s.%s cannot lose %s: still held by "
                    .formatted(change.table(), change.column(), literals(lost)),
                ". Change those rows first, or let the revision do it by an 'execute' before 'alter_column'"));
  }

  /** The values that the other enumeration of a column does not have. */
  public static List<String> lost(AlterColumn change, Schema before, List<Operation> preceding) {
    Optional<EnumType> from =
        change.type().flatMap(type -> enumType(type.from(), before, List.of()));
    Optional<EnumType> to = change.type().flatMap(type -> enumType(type.to(), before, preceding));
    return from.isPresent() && to.isPresent()
        ? EnumValues.without(from.get().values(), to.get().values())
        : List.of();
  }

  private static boolean namesValues(AlterColumn change, String dialect) {
    return change
        .type()
        .flatMap(TypeChange::using)
        .filter(Using.Sql.class::isInstance)
        .flatMap(using -> ((Using.Sql) using).expression().sql(dialect))
        .filter(sql -> !SqlTokens.literals(sql).isEmpty())
        .isPresent();
  }

  private static Optional<EnumType> enumType(
      ColumnType type, Schema before, List<Operation> preceding) {
    if (!(type instanceof EnumRef reference)) {
      return Optional.empty();
    }
    return before
        .enumType(reference.name())
        .or(
            () ->
                preceding.stream()
                    .filter(CreateEnum.class::isInstance)
                    .map(operation -> ((CreateEnum) operation).type())
                    .filter(created -> created.name().equals(reference.name()))
                    .findFirst());
  }

  /** The values of an enumeration that go and that nothing replaces. */
  public static List<String> lost(AlterEnum change, Schema before) {
    List<String> values = before.enumType(change.name()).map(EnumType::values).orElse(List.of());
    return EnumValues.without(change.removed(), List.copyOf(change.replace().keySet())).stream()
        .filter(values::contains)
        .toList();
  }

  private static String literals(List<String> values) {
    return named(values.stream().map(value -> "'" + value + "'").toList());
  }

  /** The first of the values, and how many more there are. */
  static String named(List<String> values) {
    String first = String.join(", ", values.subList(0, Math.min(values.size(), MOST_NAMED)));
    int more = values.size() - MOST_NAMED;
    return more > 0 ? "%s and %d more".formatted(first, more) : first;
  }
}
