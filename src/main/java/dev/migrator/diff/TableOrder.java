package dev.migrator.diff;

import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tables in an order in which each comes after its parents and those that it refers to, by name
 * where that leaves a choice. The foreign keys that close a circle are set apart.
 */
final class TableOrder {

  private final Map<QualifiedName, Table> tables = new HashMap<>();
  private final List<Table> order;
  private final Map<QualifiedName, Integer> places = new HashMap<>();

  private TableOrder(List<Table> tables) {
    tables.forEach(table -> this.tables.put(table.name(), table));
    this.order = NeededFirst.order(tables, this::needs);
    order.forEach(table -> places.put(table.name(), places.size()));
  }

  static TableOrder of(List<Table> tables) {
    return new TableOrder(tables);
  }

  /** The tables, each after those that it refers to. */
  List<Table> tables() {
    return order;
  }

  /** Whether a key refers to a table that comes later. */
  boolean isCircular(QualifiedName table, ForeignKey key) {
    return place(key.references()) > place(table);
  }

  /** A table that is not among these is there before all of them. */
  private int place(QualifiedName table) {
    return places.getOrDefault(table, -1);
  }

  private List<Table> needs(Table table) {
    return Stream.concat(
            table.options().parents().stream(),
            table.foreignKeys().stream().map(ForeignKey::references))
        .flatMap(name -> Optional.ofNullable(tables.get(name)).stream())
        .toList();
  }
}
