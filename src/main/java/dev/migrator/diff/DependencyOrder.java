package dev.migrator.diff;

import dev.migrator.operation.AddCheck;
import dev.migrator.operation.AddForeignKey;
import dev.migrator.operation.CreateComposite;
import dev.migrator.operation.CreateDefinition;
import dev.migrator.operation.CreateDomain;
import dev.migrator.operation.CreateEnum;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.SchemaChange;
import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Dependencies;
import dev.migrator.schema.Dependencies.Thing;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Table;
import dev.migrator.schema.Validity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Changes in an order in which everything that is created comes after what it stands on. What is
 * needed earlier moves up to where it is needed; everything else stays in its place. What would
 * close a circle stands alone: a check, an exclusion or an index, made with a function of its own
 * table's rows, as soon as that is there; a foreign key at the end, as does one that refers to a
 * table before all partitions of that are there, since none could be dropped under it. A check that
 * is NOT VALID stands at the end as well where other tables inherit it, for a table that is created
 * under it has it valid.
 */
public final class DependencyOrder {

  private final Dependencies dependencies;
  private final Map<Thing, SchemaChange> creations = new HashMap<>();
  private final Set<Thing> done = new HashSet<>();
  private final Map<Thing, List<Thing>> partitions = new HashMap<>();
  private final Set<QualifiedName> inherited = new HashSet<>();
  private final DetachedParts detached;
  private final List<SchemaChange> ordered = new ArrayList<>();
  private final List<SchemaChange> last = new ArrayList<>();

  private DependencyOrder(List<SchemaChange> changes, Dependencies dependencies) {
    this.dependencies = dependencies;
    this.detached = new DetachedParts(dependencies);
    changes.forEach(change -> thing(change).ifPresent(thing -> put(thing, change)));
  }

  private void put(Thing thing, SchemaChange change) {
    creations.put(thing, change);
    if (change instanceof CreateTable creation) {
      inherited.addAll(creation.table().options().inherits());
      creation
          .table()
          .options()
          .partition()
          .map(partition -> Thing.table(partition.of()))
          .map(whole -> partitions.computeIfAbsent(whole, key -> new ArrayList<>()))
          .ifPresent(parts -> parts.add(thing));
    }
  }

  /**
   * The changes in such an order.
   *
   * @param changes creations, each of which may be needed by others
   * @param dependencies what stands on what in the database that they were read from
   */
  public static List<SchemaChange> of(List<SchemaChange> changes, Dependencies dependencies) {
    DependencyOrder order = new DependencyOrder(changes, dependencies);
    NeededFirst.order(changes, order::needs).forEach(order::place);
    order.ordered.addAll(order.last);
    return List.copyOf(order.ordered);
  }

  private List<SchemaChange> needs(SchemaChange change) {
    Stream<Thing> standsOn =
        thing(change).stream()
            .flatMap(
                t -> Stream.concat(dependencies.of(t).stream(), detached.attached(t).stream()));
    Stream<Thing> refersTo =
        change instanceof CreateTable creation
            ? creation.table().foreignKeys().stream().map(key -> Thing.table(key.references()))
            : Stream.empty();
    return Stream.concat(standsOn, refersTo)
        .flatMap(thing -> Optional.ofNullable(creations.get(thing)).stream())
        .toList();
  }

  private void place(SchemaChange change) {
    thing(change).ifPresent(done::add);
    ordered.add(
        change instanceof CreateTable creation
            ? withoutCircles(detached.without(creation.table()))
            : change);
    ordered.addAll(detached.ready(needed -> done.contains(needed) || !isCreated(needed)));
  }

  private SchemaChange withoutCircles(Table table) {
    List<ForeignKey> kept = new ArrayList<>();
    for (ForeignKey key : table.foreignKeys()) {
      if (isThere(Thing.table(key.references()))) {
        kept.add(key);
      } else {
        last.add(new AddForeignKey(table.name(), key));
      }
    }
    return new CreateTable(withoutLateChecks(table.withForeignKeys(kept)));
  }

  private Table withoutLateChecks(Table table) {
    List<CheckConstraint> kept = new ArrayList<>();
    for (CheckConstraint check : table.checks()) {
      if (check.validity() == Validity.NOT_VALID && inherited.contains(table.name())) {
        last.add(new AddCheck(table.name(), check));
      } else {
        kept.add(check);
      }
    }
    return table.withChecks(kept);
  }

  /** Whether a table is there with all of its partitions. */
  private boolean isThere(Thing table) {
    return (done.contains(table) || !isCreated(table))
        && partitions.getOrDefault(table, List.of()).stream().allMatch(this::isThere);
  }

  private boolean isCreated(Thing thing) {
    return creations.containsKey(thing);
  }

  private static Optional<Thing> thing(SchemaChange change) {
    if (change instanceof CreateTable creation) {
      return Optional.of(Thing.table(creation.table().name()));
    } else if (change instanceof CreateEnum creation) {
      return Optional.of(Thing.type(creation.type().name()));
    } else if (change instanceof CreateComposite creation) {
      return Optional.of(Thing.type(creation.type().name()));
    } else if (change instanceof CreateDomain creation) {
      return Optional.of(Thing.type(creation.domain().name()));
    } else if (change instanceof CreateDefinition creation) {
      return Optional.of(Thing.definition(creation.definition()));
    }
    return Optional.empty();
  }
}
