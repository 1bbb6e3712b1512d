package dev.migrator.command;

import dev.migrator.diff.GivenReplacements;
import dev.migrator.diff.LostValue;
import dev.migrator.diff.LostValue.Holder;
import dev.migrator.diff.ModelComparison;
import dev.migrator.execute.RowsHolding;
import dev.migrator.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Finds what rows get that hold a value which an enumeration loses. */
final class Replacing {

  private final Schema current;
  private final Function<List<RowsHolding>, Map<RowsHolding, Long>> count;

  private Replacing(Schema current, Function<List<RowsHolding>, Map<RowsHolding, Long>> count) {
    this.current = current;
    this.count = count;
  }

  /**
   * The comparison with what a person gives, or answers where rows hold such a value.
   *
   * @param current the schema that the database has
   * @param count the number of rows
   * @throws HeldValuesException if rows hold one, and no one can be asked
   */
  static ModelComparison of(
      ModelComparison comparison,
      Decisions decisions,
      Schema current,
      Function<List<RowsHolding>, Map<RowsHolding, Long>> count) {
    ModelComparison replaced = given(comparison, decisions);
    List<HeldValue> held = new Replacing(current, count).held(replaced.lost());
    Map<LostValue, String> answers = new LinkedHashMap<>();
    for (HeldValue value : held) {
      Optional<String> answer = decisions.questions().ask(value);
      if (answer.isEmpty()) {
        throw new HeldValuesException(held);
      }
      answers.put(value.lost(), answer.get());
    }
    return replaced.replaced(answers);
  }

  /** What a person gives. What rows there are, nobody knows. */
  static ModelComparison given(ModelComparison comparison, Decisions decisions) {
    return comparison.replaced(GivenReplacements.read(decisions.replacements(), comparison.lost()));
  }

  private List<HeldValue> held(List<LostValue> lost) {
    List<RowsHolding> asked =
        lost.stream()
            .flatMap(value -> value.holders().stream().map(holder -> rows(value, holder)))
            .toList();
    Map<RowsHolding, Long> counts = asked.isEmpty() ? Map.of() : count.apply(asked);
    List<HeldValue> held = new ArrayList<>();
    for (LostValue value : lost) {
      Map<Holder, Long> rows = new LinkedHashMap<>();
      for (Holder holder : value.holders()) {
        long number = counts.getOrDefault(rows(value, holder), 0L);
        if (number > 0) {
          rows.put(holder, number);
        }
      }
      if (!rows.isEmpty()) {
        held.add(new HeldValue(value, rows));
      }
    }
    return List.copyOf(held);
  }

  private RowsHolding rows(LostValue value, Holder holder) {
    return new RowsHolding(holder.table(), holder.column(), value.type(), value.value(), current);
  }
}
