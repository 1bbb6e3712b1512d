package dev.migrator.command;

import dev.migrator.diff.LostValue;
import dev.migrator.diff.LostValue.Holder;
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

  /** The option that replaces it. */
  public String option() {
    return "--replace %s=%s"
        .formatted(lost.name(), lost.others().size() == 1 ? lost.others().get(0) : "VALUE");
  }
}
