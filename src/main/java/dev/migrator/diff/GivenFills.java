package dev.migrator.diff;

import dev.migrator.problem.Nearest;
import dev.migrator.schema.Schema;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads what a person gives for the rows of columns: {@code users.email=none}. The names are those
 * of the models.
 */
public final class GivenFills {

  private final Map<String, RequiredColumn> required;
  private final Schema target;

  private GivenFills(Collection<RequiredColumn> required, Schema target) {
    this.required =
        required.stream()
            .collect(
                Collectors.toMap(
                    RequiredColumn::name,
                    Function.identity(),
                    (one, other) -> one,
                    LinkedHashMap::new));
    this.target = target;
  }

  /**
   * The fills by column.
   *
   * @param texts {@code TABLE.column=…} each, in its form
   * @throws InvalidFillException naming the one that cannot be, and why
   */
  public static Map<RequiredColumn, Fill> read(List<Fill> texts, ModelComparison comparison) {
    GivenFills given = new GivenFills(comparison.required(), comparison.target());
    Map<RequiredColumn, Fill> fills = new LinkedHashMap<>();
    for (Fill text : texts) {
      given.read(text, fills);
    }
    return fills;
  }

  private void read(Fill given, Map<RequiredColumn, Fill> fills) {
    RequiredColumn column = column(given.text()).orElseThrow(() -> unknown(given));
    String text = given.text().substring(column.name().length() + 1);
    Fill fill = new Fill(given.form(), text);
    column.update(fill, target);
    if (fills.put(column, fill) != null) {
      throw invalid(given, "the column is given twice");
    }
  }

  /** A name may hold an equals sign itself, so the names are tried. */
  private Optional<RequiredColumn> column(String text) {
    return required.entrySet().stream()
        .filter(column -> text.startsWith(column.getKey() + "="))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private InvalidFillException unknown(Fill given) {
    int equals = given.text().indexOf('=');
    if (equals < 0) {
      return invalid(given, "a fill is TABLE.column=…, such as users.email=none");
    }
    String name = given.text().substring(0, equals);
    if (isInTarget(name)) {
      return invalid(
          given,
          "'%s' needs no value for the rows that are there; %s"
              .formatted(
                  name,
                  required.isEmpty()
                      ? "no column does"
                      : "those that do are " + String.join(", ", required.keySet())));
    }
    return invalid(
        given,
        Nearest.to(name, required.keySet())
            .map(near -> "the models have no column '%s'. Did you mean '%s'?".formatted(name, near))
            .orElse("the models have no column '%s'".formatted(name)));
  }

  private boolean isInTarget(String name) {
    return target.tables().stream()
        .anyMatch(
            table ->
                table.columns().stream()
                    .anyMatch(column -> name.equals(table.name() + "." + column.name())));
  }

  private static InvalidFillException invalid(Fill given, String reason) {
    return new InvalidFillException(given.form(), given.text(), reason);
  }
}
