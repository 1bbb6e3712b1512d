package dev.migrator.diff;

import dev.migrator.operation.AddCheck;
import dev.migrator.operation.AddExclusion;
import dev.migrator.operation.CreateIndex;
import dev.migrator.operation.SchemaChange;
import dev.migrator.schema.Dependencies;
import dev.migrator.schema.Dependencies.Part;
import dev.migrator.schema.Dependencies.Thing;
import dev.migrator.schema.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The checks, exclusions and indexes of tables that stand on something that stands on the table
 * itself: a function that takes its rows. They are made when that is there.
 */
final class DetachedParts {

  private final Map<Thing, Set<Thing>> attached = new HashMap<>();
  private final Map<Part, Set<Thing>> detached = new HashMap<>();
  private final Map<SchemaChange, Set<Thing>> waiting = new LinkedHashMap<>();

  DetachedParts(Dependencies dependencies) {
    Map<Thing, Set<Thing>> needs = new HashMap<>();
    dependencies.needs().forEach((thing, others) -> add(needs, thing, others));
    dependencies.ofParts().forEach((part, others) -> add(needs, part.table(), others));
    dependencies
        .ofParts()
        .forEach(
            (part, others) -> {
              if (reaches(needs, others, part.table())) {
                detached.put(part, others);
              } else {
                add(attached, part.table(), others);
              }
            });
  }

  private static void add(Map<Thing, Set<Thing>> needs, Thing thing, Set<Thing> others) {
    needs.computeIfAbsent(thing, key -> new TreeSet<>()).addAll(others);
  }

  private static boolean reaches(Map<Thing, Set<Thing>> needs, Set<Thing> from, Thing to) {
    Set<Thing> met = new HashSet<>(from);
    Deque<Thing> open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      for (Thing next : needs.getOrDefault(open.remove(), Set.of())) {
        if (met.add(next)) {
          open.add(next);
        }
      }
    }
    return met.contains(to);
  }

  /** What the parts of a table need that come with it. */
  Set<Thing> attached(Thing table) {
    return attached.getOrDefault(table, Set.of());
  }

  /** A table that is created now, without its parts that come later. */
  Table without(Table table) {
    return table
        .withChecks(
            attached(
                table, table.checks(), check -> check.name(), c -> new AddCheck(table.name(), c)))
        .withExclusions(
            attached(
                table,
                table.exclusions(),
                exclusion -> exclusion.name(),
                e -> new AddExclusion(table.name(), e)))
        .withIndexes(
            attached(
                table,
                table.indexes(),
                index -> index.name(),
                i -> new CreateIndex(table.name(), i)));
  }

  private <T> List<T> attached(
      Table table,
      List<T> items,
      Function<T, Optional<String>> name,
      Function<T, SchemaChange> change) {
    List<T> staying = new ArrayList<>();
    for (T item : items) {
      Optional<Set<Thing>> needed =
          name.apply(item).map(text -> detached.get(new Part(Thing.table(table.name()), text)));
      needed.ifPresentOrElse(
          things -> waiting.put(change.apply(item), things), () -> staying.add(item));
    }
    return staying;
  }

  /** The parts of created tables whose time has come, each of them once. */
  List<SchemaChange> ready(Predicate<Thing> isThere) {
    List<SchemaChange> ready =
        waiting.entrySet().stream()
            .filter(entry -> entry.getValue().stream().allMatch(isThere))
            .map(Map.Entry::getKey)
            .toList();
    ready.forEach(waiting::remove);
    return ready;
  }
}
