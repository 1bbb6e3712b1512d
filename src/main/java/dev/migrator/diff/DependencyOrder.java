package dev.migrator.diff;

import dev.migrator.operation.AddForeignKey;
import dev.migrator.operation.CreateComposite;
import dev.migrator.operation.CreateDefinition;
import dev.migrator.operation.CreateDomain;
import dev.migrator.operation.CreateEnum;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.SchemaChange;
import dev.migrator.schema.Dependencies;
import dev.migrator.schema.Dependencies.Thing;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Changes in an order in which everything that is created comes after what it stands on. What is
 * needed earlier moves up to where it is needed; everything else stays in its place. A foreign key
 * that would close a circle stands alone at the end.
 */
public final class DependencyOrder {

  private final Dependencies dependencies;
  private final Map<Thing, SchemaChange> creations = new LinkedHashMap<>();
  private final Set<SchemaChange> open = new HashSet<>();
  private final Set<SchemaChange> done = new HashSet<>();
  private final List<SchemaChange> order = new ArrayList<>();
  private final List<SchemaChange> keys = new ArrayList<>();

  private DependencyOrder(List<SchemaChange> changes, Dependencies dependencies) {
    this.dependencies = dependencies;
    changes.forEach(change -> thing(change).ifPresent(thing -> creations.put(thing, change)));
  }

  /**
   * The changes in such an order.
   *
   * @param changes creations, each of which may be needed by others
   * @param dependencies what stands on what in the database that they were read from
   */
  public static List<SchemaChange> of(List<SchemaChange> changes, Dependencies dependencies) {
    DependencyOrder order = new DependencyOrder(changes, dependencies);
    changes.forEach(order::visit);
    order.order.addAll(order.keys);
    return List.copyOf(order.order);
  }

  private void visit(SchemaChange change) {
    if (done.contains(change) || !open.add(change)) {
      return;
    }
    thing(change)
        .map(dependencies::of)
        .ifPresent(needed -> needed.forEach(thing -> visitCreation(thing)));
    SchemaChange placed =
        change instanceof CreateTable creation ? withoutCircles(creation) : change;
    open.remove(change);
    done.add(change);
    order.add(placed);
  }

  private void visitCreation(Thing thing) {
    Optional.ofNullable(creations.get(thing)).ifPresent(this::visit);
  }

  private SchemaChange withoutCircles(CreateTable creation) {
    Table table = creation.table();
    List<ForeignKey> kept = new ArrayList<>();
    for (ForeignKey key : table.foreignKeys()) {
      if (isThere(table.name(), key.references())) {
        kept.add(key);
      } else {
        keys.add(new AddForeignKey(table.name(), key));
      }
    }
    return new CreateTable(table.withForeignKeys(kept));
  }

  private boolean isThere(QualifiedName table, QualifiedName referenced) {
    if (table.equals(referenced)) {
      return true;
    }
    visitCreation(Thing.table(referenced));
    return Optional.ofNullable(creations.get(Thing.table(referenced)))
        .map(done::contains)
        .orElse(true);
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
