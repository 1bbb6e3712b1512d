package dev.migrator.diff;

import dev.migrator.operation.DropColumn;
import dev.migrator.operation.DropTable;
import dev.migrator.operation.SchemaChange;
import dev.migrator.schema.Definition;
import dev.migrator.schema.Definition.Kind;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Views that name what goes. A model says nothing of views, and nobody but a person knows what
 * becomes of them; databases refuse to drop what they stand on.
 */
final class ViewsInTheWay {

  private static final Set<Kind> VIEWS = Set.of(Kind.VIEW, Kind.MATERIALIZED_VIEW);

  private ViewsInTheWay() {}

  /**
   * A sentence for each view and each thing that it names.
   *
   * @param target the schema after the changes, in which the views are still there
   */
  static List<String> of(List<SchemaChange> changes, Schema target) {
    return target.definitions().stream()
        .filter(definition -> VIEWS.contains(definition.kind()))
        .flatMap(view -> changes.stream().flatMap(change -> inTheWay(view, change)))
        .toList();
  }

  private static Stream<String> inTheWay(Definition view, SchemaChange change) {
    Set<String> words = view.mentioned();
    if (change instanceof DropTable drop && words.contains(drop.table().name().name())) {
      return Stream.of(sentence(view, "table", drop.table().name().toString()));
    }
    return change instanceof DropColumn drop
            && words.contains(drop.table().name())
            && words.contains(drop.column().name())
        ? Stream.of(sentence(view, "column", name(drop.table(), drop.column().name())))
        : Stream.empty();
  }

  private static String name(QualifiedName table, String column) {
    return "%s.%s".formatted(table, column);
  }

  private static String sentence(Definition view, String kind, String name) {
    return "%s names %s %s, which goes. If it stands on it, the upgrade is refused: drop or replace the view before, with drop_definition or replace_definition in the revision."
        .formatted(view, kind, name);
  }
}
