package dev.migrator.command;

import dev.migrator.diff.LostValue;
import dev.migrator.diff.LostValue.Holder;
import dev.migrator.problem.GivenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A value that goes while rows of the database hold it.
 *
 * @param lost the value
 * @param rows how many rows hold it, by column, none of them without any
 */
public record HeldValue(LostValue lost, Map<Holder, Long> rows) {

  public HeldValue {
    rows = Map.copyOf(rows);
  }

  /** A sentence without its end: the value goes, and which rows stand against it. */
  public String describe() {
    return "%s goes, and is held by %s"
        .formatted(
            lost.name(),
            rows.entrySet().stream()
                .map(
                    entry ->
                        "%d %s of %s"
                            .formatted(
                                entry.getValue(),
                                entry.getValue() == 1 ? "row" : "rows",
                                entry.getKey()))
                .sorted()
                .collect(Collectors.joining(", ")));
  }

  /** The options that say what becomes of the rows. */
  public String options() {
    String replace = GivenOption.of("--replace", lost.name() + "=" + only(lost.others()));
    return lost.arriving().isEmpty()
        ? replace
        : "%s or %s"
            .formatted(
                GivenOption.of("--rename", lost.name() + ":" + lost.sibling(only(lost.arriving()))),
                replace);
  }

  /** The value, where a person has no choice. */
  private static String only(List<String> values) {
    return values.size() == 1 ? values.get(0) : "VALUE";
  }
}
