package dev.migrator.command;

import dev.migrator.diff.Fill;
import dev.migrator.diff.GivenFills;
import dev.migrator.diff.ModelComparison;
import dev.migrator.diff.RequiredColumn;
import dev.migrator.execute.RowsWithout;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A comparison whose rows have a value for what becomes NOT NULL.
 *
 * @param comparison the comparison, filled
 * @param fills what the rows get
 * @param warnings a sentence for each column of which that is not known
 */
record Filling(ModelComparison comparison, Map<RequiredColumn, Fill> fills, List<String> warnings) {

  Filling {
    fills = Collections.unmodifiableMap(new LinkedHashMap<>(fills));
    warnings = List.copyOf(warnings);
  }

  /**
   * What a person gives, or answers where the database has rows.
   *
   * @param count the number of rows
   * @throws UnfilledColumnsException if there are rows, and no one can be asked
   */
  static Filling of(
      ModelComparison comparison,
      Decisions decisions,
      Function<List<RowsWithout>, Map<RowsWithout, Long>> count) {
    Map<RequiredColumn, Fill> fills = new LinkedHashMap<>(given(comparison, decisions));
    List<UnfilledColumn> unfilled = unfilled(comparison.filled(fills), count);
    for (UnfilledColumn column : unfilled) {
      Optional<Fill> answer = decisions.questions().ask(column);
      if (answer.isEmpty()) {
        throw new UnfilledColumnsException(unfilled);
      }
      fills.put(column.column(), answer.get());
    }
    return new Filling(comparison.filled(fills), fills, List.of());
  }

  /** What a person gives. What rows there are, nobody knows. */
  static Filling ofRevisions(ModelComparison comparison, Decisions decisions) {
    Map<RequiredColumn, Fill> fills = given(comparison, decisions);
    ModelComparison filled = comparison.filled(fills);
    return new Filling(filled, fills, filled.required().stream().map(Filling::warning).toList());
  }

  private static Map<RequiredColumn, Fill> given(ModelComparison comparison, Decisions decisions) {
    return GivenFills.read(decisions.fills(), comparison);
  }

  private static List<UnfilledColumn> unfilled(
      ModelComparison comparison, Function<List<RowsWithout>, Map<RowsWithout, Long>> count) {
    List<RequiredColumn> open = comparison.required();
    if (open.isEmpty()) {
      return List.of();
    }
    Map<RowsWithout, Long> counts = count.apply(open.stream().map(Filling::rows).toList());
    List<UnfilledColumn> unfilled = new ArrayList<>();
    for (RequiredColumn column : open) {
      long rows = counts.getOrDefault(rows(column), 0L);
      if (rows > 0) {
        unfilled.add(new UnfilledColumn(column, rows, comparison.target()));
      }
    }
    return List.copyOf(unfilled);
  }

  private static RowsWithout rows(RequiredColumn column) {
    return new RowsWithout(column.tableBefore(), column.columnBefore());
  }

  private static String warning(RequiredColumn column) {
    return "%s: the upgrade fails on a table that has %s, unless the revision fills them: %s"
        .formatted(
            column.columnBefore().isPresent()
                ? column.name() + " becomes NOT NULL"
                : column.name() + " is NOT NULL without a default",
            column.columnBefore().isPresent() ? "rows with NULL" : "rows",
            UnfilledColumn.options(column));
  }
}
