package dev.migrator.diff;

import dev.migrator.operation.RenameColumn;
import dev.migrator.operation.RenameTable;
import dev.migrator.schema.Column;
import dev.migrator.schema.RenameHint;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Names of tables and columns that differ from the model's in upper and lower case alone. Nobody
 * gives two things such names, and SQLite does not tell them apart, so they are renames.
 */
public final class SameLetters {

  private SameLetters() {}

  /**
   * The renames, of tables and of the columns in them.
   *
   * @param known the schema that the revisions give
   * @param drop whether a thing, by its name, is to be dropped
   */
  static List<RenameHint> hints(Schema known, Schema model, Predicate<String> drop) {
    List<RenameHint> hints = new ArrayList<>();
    Map<String, List<Table>> byLetters = byLetters(known.tables(), t -> t.name().toString());
    for (Table table : model.tables()) {
      Optional<Table> before =
          known
              .table(table.name())
              .or(
                  () ->
                      alone(byLetters, table.name().toString())
                          .filter(other -> other.name().schema().equals(table.name().schema()))
                          .filter(other -> model.table(other.name()).isEmpty()));
      before
          .map(Table::name)
          .filter(name -> !name.equals(table.name()) && !drop.test(name.toString()))
          .ifPresent(name -> hints.add(new RenameHint.OfTable(name, table.name())));
      before.ifPresent(other -> hints.addAll(columns(other, table, drop)));
    }
    return hints;
  }

  private static List<RenameHint> columns(Table known, Table model, Predicate<String> drop) {
    List<Column> added =
        model.columns().stream().filter(column -> known.column(column.name()).isEmpty()).toList();
    if (added.isEmpty()) {
      return List.of();
    }
    Map<String, List<Column>> byLetters = byLetters(known.columns(), Column::name);
    return added.stream()
        .flatMap(
            column ->
                alone(byLetters, column.name())
                    .map(Column::name)
                    .filter(other -> model.column(other).isEmpty())
                    .filter(other -> !drop.test(model.name() + "." + other))
                    .<RenameHint>map(
                        other -> new RenameHint.OfColumn(model.name(), other, column.name()))
                    .stream())
        .toList();
  }

  private static <T> Map<String, List<T>> byLetters(List<T> items, Function<T, String> name) {
    return items.stream().collect(Collectors.groupingBy(item -> letters(name.apply(item))));
  }

  private static String letters(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static <T> Optional<T> alone(Map<String, List<T>> byLetters, String name) {
    List<T> found = byLetters.getOrDefault(letters(name), List.of());
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /**
   * The current schema with such names as the model has them.
   *
   * @param known the schema that the revisions give
   */
  public static Schema spelled(Schema current, Schema known, Schema model) {
    Schema spelled = current;
    for (RenameHint hint : hints(known, model, name -> false)) {
      spelled = rename(hint, spelled);
    }
    return spelled;
  }

  private static Schema rename(RenameHint hint, Schema schema) {
    if (hint instanceof RenameHint.OfTable table) {
      return new RenameTable(table.from(), table.to()).applyIfKnown(schema);
    }
    return hint instanceof RenameHint.OfColumn column
        ? new RenameColumn(column.table(), column.from(), column.to()).applyIfKnown(schema)
        : schema;
  }
}
