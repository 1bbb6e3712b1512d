package dev.migrator.dialect;

import dev.migrator.operation.AlterEnum;
import dev.migrator.operation.EnumValues;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.Schema;
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
                ". Change those rows first, or let the operation say what they get: replace: {%s: …}"
                    .formatted(lost.get(0))));
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
