package dev.migrator.diff;

import dev.migrator.schema.EnumColumn;
import dev.migrator.schema.ModelHints;
import dev.migrator.schema.ReplacedValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what the model itself says of values that are lost. */
final class HintedReplacements {

  private HintedReplacements() {}

  /** The replacements by lost value. */
  static Map<LostValue, String> of(ModelHints hints, List<LostValue> lost) {
    Map<LostValue, String> replacements = new LinkedHashMap<>();
    for (LostValue value : lost) {
      other(hints, value).ifPresent(other -> replacements.put(value, other));
    }
    return replacements;
  }

  private static Optional<String> other(ModelHints hints, LostValue lost) {
    return lost.column()
        .map(column -> ofColumn(hints, lost, column))
        .orElseGet(
            () ->
                hints.replacedValues().stream()
                    .filter(hint -> hint.type().equals(lost.owner()))
                    .filter(hint -> hint.from().equals(lost.value()))
                    .map(ReplacedValue::to)
                    .findFirst());
  }

  private static Optional<String> ofColumn(ModelHints hints, LostValue lost, String name) {
    return hints.enumColumns().stream()
        .filter(column -> column.table().equals(lost.owner()) && column.column().equals(name))
        .flatMap(column -> other(column, lost).stream())
        .findFirst();
  }

  /** A former name acts, as that of a column does, only where the new one was not there before. */
  private static Optional<String> other(EnumColumn column, LostValue lost) {
    return Optional.ofNullable(column.replaced().get(lost.value()))
        .or(
            () ->
                Optional.ofNullable(column.renamed().get(lost.value()))
                    .filter(lost.arriving()::contains));
  }
}
