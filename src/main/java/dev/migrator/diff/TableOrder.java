package dev.migrator.diff;

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
 * Tables in an order in which each comes after its parents and those that it refers to, by name
 * where that leaves a choice. The foreign keys that close a circle are set apart.
 */
final class TableOrder {

  private final Map<QualifiedName, Table> tables = new LinkedHashMap<>();
  private final Set<QualifiedName> open = new HashSet<>();
  private final Set<QualifiedName> done = new HashSet<>();
  private final List<Table> order = new ArrayList<>();
  private final Set<ForeignKeyPlan.Owned> circular = new HashSet<>();

  private TableOrder(List<Table> tables) {
    tables.forEach(table -> this.tables.put(table.name(), table));
  }

  static TableOrder of(List<Table> tables) {
    TableOrder order = new TableOrder(tables);
    tables.forEach(order::visit);
    return order;
  }

  /** The tables, each after those that it refers to. */
  List<Table> tables() {
    return List.copyOf(order);
  }

  /** Whether a key refers to a table that comes later. */
  boolean isCircular(QualifiedName table, ForeignKey key) {
    return circular.contains(new ForeignKeyPlan.Owned(table, key));
  }

  private void visit(Table table) {
    if (done.contains(table.name())) {
      return;
    }
    open.add(table.name());
    for (QualifiedName parent : table.options().parents()) {
      Optional.ofNullable(tables.get(parent)).ifPresent(this::visit);
    }
    for (ForeignKey key : table.foreignKeys()) {
      Table referenced = tables.get(key.references());
      if (referenced != null && !key.references().equals(table.name())) {
        follow(table, key, referenced);
      }
    }
    open.remove(table.name());
    done.add(table.name());
    order.add(table);
  }

  private void follow(Table table, ForeignKey key, Table referenced) {
    if (open.contains(referenced.name())) {
      circular.add(new ForeignKeyPlan.Owned(table.name(), key));
    } else {
      visit(referenced);
    }
  }
}
