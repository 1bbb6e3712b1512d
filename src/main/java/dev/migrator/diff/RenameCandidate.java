package dev.migrator.diff;

import dev.migrator.operation.AddColumn;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.DropColumn;
import dev.migrator.operation.DropTable;
import dev.migrator.operation.SchemaChange;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Something that goes and something alike that comes, which may be one thing under a new name. Only
 * a person knows: taken for two, the data is lost; taken for one, it is in the wrong place.
 *
 * @param kind {@code table}, {@code column} or {@code enum value}
 * @param from the name of what goes: {@code users}, {@code users.name}
 * @param to the name of what comes
 * @param counted whether rows that stand against the loss are looked for anyway, so that nobody has
 *     to answer
 */
public record RenameCandidate(String kind, String from, String to, boolean counted) {

  /** The answer that the new thing is the old one. */
  public String rename() {
    return from + ":" + to;
  }

  /**
   * The pairs of a comparison: a dropped and an added column of one table with the same type, a
   * dropped and an added table with the same columns.
   *
   * @param isAnswered whether a thing, by its name, is known to go
   */
  static List<RenameCandidate> among(List<SchemaChange> changes, Predicate<String> isAnswered) {
    List<RenameCandidate> candidates = new ArrayList<>();
    for (SchemaChange change : changes) {
      if (change instanceof DropTable drop && !isAnswered.test(drop.table().name().toString())) {
        changes.stream()
            .filter(CreateTable.class::isInstance)
            .map(create -> ((CreateTable) create).table())
            .filter(table -> columns(table).equals(columns(drop.table())))
            .forEach(table -> candidates.add(ofTables(drop.table().name(), table.name())));
      } else if (change instanceof DropColumn drop && !isAnswered.test(name(drop))) {
        changes.stream()
            .filter(AddColumn.class::isInstance)
            .map(AddColumn.class::cast)
            .filter(added -> added.table().equals(drop.table()))
            .filter(added -> alike(added.column(), drop.column()))
            .forEach(added -> candidates.add(ofColumns(drop, added)));
      }
    }
    return List.copyOf(candidates);
  }

  /** The pairs of a lost value and one that comes to the same enumeration. */
  static List<RenameCandidate> ofValues(List<LostValue> lost) {
    return lost.stream()
        .flatMap(
            value ->
                value.arriving().stream()
                    .map(to -> value.sibling(to))
                    .map(to -> new RenameCandidate("enum value", value.name(), to, true)))
        .toList();
  }

  private static RenameCandidate ofTables(QualifiedName from, QualifiedName to) {
    return new RenameCandidate("table", from.toString(), to.toString(), false);
  }

  private static RenameCandidate ofColumns(DropColumn drop, AddColumn added) {
    return new RenameCandidate(
        "column", name(drop), "%s.%s".formatted(added.table(), added.column().name()), false);
  }

  /** {@code users.name}. */
  static String name(DropColumn drop) {
    return "%s.%s".formatted(drop.table(), drop.column().name());
  }

  private static Map<String, ColumnType> columns(Table table) {
    Map<String, ColumnType> columns = new HashMap<>();
    table.columns().forEach(column -> columns.put(column.name(), type(column)));
    return columns;
  }

  /** What is computed has no values of its own to lose. */
  private static boolean alike(Column added, Column dropped) {
    return type(added).equals(type(dropped))
        && added.generated().isEmpty()
        && dropped.generated().isEmpty();
  }

  private static ColumnType type(Column column) {
    return Canonical.column(column).type();
  }
}
