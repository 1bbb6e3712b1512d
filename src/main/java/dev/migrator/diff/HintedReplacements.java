package dev.migrator.diff;

import dev.migrator.schema.EnumColumn;
import dev.migrator.schema.ModelHints;
import dev.migrator.schema.RenameHint;
import dev.migrator.schema.ReplacedValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what a person and the model itself say of values that are lost. */
final class HintedReplacements {

  private HintedReplacements() {}

  /**
   * The replacements by lost value.
   *
   * @param given the renames that a person asked for
   */
  static Map<LostValue, String> of(List<RenameHint> given, ModelHints hints, List<LostValue> lost) {
    Map<LostValue, String> replacements = new LinkedHashMap<>();
    for (LostValue value : lost) {
      renamed(given, value)
          .or(() -> other(hints, value))
          .ifPresent(other -> replacements.put(value, other));
    }
    return replacements;
  }

  /** A value of a type is renamed in the type; rows of a column get the new one instead. */
  private static Optional<String> renamed(List<RenameHint> given, LostValue lost) {
    return given.stream()
        .filter(RenameHint.OfColumnValue.class::isInstance)
        .map(RenameHint.OfColumnValue.class::cast)
        .filter(hint -> hint.table().equals(lost.owner()))
        .filter(hint -> lost.column().equals(Optional.of(hint.column())))
        .filter(hint -> hint.from().equals(lost.value()))
        .map(RenameHint.OfColumnValue::to)
        .findFirst();
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
