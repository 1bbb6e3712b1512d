package dev.migrator.diff;

import dev.migrator.operation.SchemaChange;
import dev.migrator.schema.Names;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Constraints and indexes that stay what they are under another name: rather renamed than dropped
 * and made again, which would take its time and let in, meanwhile, what they keep out.
 */
final class ItemRenames {

  private final Set<Place> taken = new HashSet<>();
  private final List<Move<Place>> moves = new ArrayList<>();
  private final Map<Place, BiFunction<String, String, SchemaChange>> renames = new HashMap<>();

  /**
   * @param current the schema whose names are taken
   */
  ItemRenames(Schema current) {
    current
        .tables()
        .forEach(table -> ItemKind.all().forEach(kind -> names(kind, table).forEach(taken::add)));
  }

  /**
   * Where a name stands.
   *
   * @param schema the schema in which it is
   * @param table the table in which it must be the only one; empty for what must be in its schema
   * @param name the name
   */
  private record Place(Optional<String> schema, Optional<String> table, String name) {

    static Place of(ItemKind<?> kind, QualifiedName table, String name) {
      return new Place(
          table.schema(), kind.relation() ? Optional.empty() : Optional.of(table.name()), name);
    }

    Place withName(String other) {
      return new Place(schema, table, other);
    }
  }

  /** The renames between two forms of a schema: of items that differ in nothing but their name. */
  static List<SchemaChange> between(Schema from, Schema to) {
    ItemRenames renames = new ItemRenames(from);
    for (Table table : from.tables()) {
      to.table(table.name())
          .ifPresent(same -> ItemKind.all().forEach(kind -> renames.find(kind, table, same)));
    }
    return renames.inOrder();
  }

  /**
   * The renames of what could not go with a table to another schema, since its name is taken there.
   */
  static List<SchemaChange> outOfTheWay(Schema current, QualifiedName from, QualifiedName to) {
    ItemRenames renames = new ItemRenames(current);
    current
        .table(from)
        .ifPresent(table -> ItemKind.all().forEach(kind -> renames.makeWay(kind, table, to)));
    return renames.inOrder();
  }

  private <T> void makeWay(ItemKind<T> kind, Table table, QualifiedName to) {
    for (T item : kind.items().apply(table)) {
      kind.name()
          .apply(item)
          .filter(name -> taken.contains(Place.of(kind, to, name)))
          .ifPresent(name -> add(kind, table.name(), item, Names.fit(name + Renames.BETWEEN)));
    }
  }

  private <T> void find(ItemKind<T> kind, Table before, Table after) {
    List<T> coming = new ArrayList<>(kind.items().apply(after));
    coming.removeAll(kind.items().apply(before));
    for (T item : kind.items().apply(before)) {
      if (kind.name().apply(item).isEmpty() || kind.items().apply(after).contains(item)) {
        continue;
      }
      Optional<T> same =
          coming.stream()
              .filter(other -> kind.name().apply(other).isPresent())
              .filter(other -> kind.withName().apply(item, kind.name().apply(other)).equals(other))
              .findFirst();
      same.ifPresent(
          other -> {
            coming.remove(other);
            add(kind, before.name(), item, kind.name().apply(other).orElseThrow());
          });
    }
  }

  /** An item, which has a name, gets another. */
  <T> void add(ItemKind<T> kind, QualifiedName table, T item, String to) {
    Place from = Place.of(kind, table, kind.name().apply(item).orElseThrow());
    moves.add(new Move<>(from, Place.of(kind, table, to), true));
    renames.put(from, (before, after) -> kind.rename().of(table, item, before, after));
  }

  /** The changes; without those to a name that something has which keeps it. */
  List<SchemaChange> inOrder() {
    Set<Place> wanted = moves.stream().map(Move::to).collect(Collectors.toSet());
    List<Move<Place>> order =
        Move.inOrder(
            Move.acting(moves, taken::contains, wanted::contains),
            place -> place.withName(Names.fit(place.name + Renames.BETWEEN)));
    List<SchemaChange> changes = new ArrayList<>();
    for (Move<Place> move : order) {
      BiFunction<String, String, SchemaChange> rename =
          Optional.ofNullable(renames.remove(move.from())).orElseThrow();
      changes.add(rename.apply(move.from().name, move.to().name));
      renames.put(move.to(), rename);
    }
    return List.copyOf(changes);
  }

  private static <T> List<Place> names(ItemKind<T> kind, Table table) {
    return kind.items().apply(table).stream()
        .flatMap(item -> kind.name().apply(item).stream())
        .map(name -> Place.of(kind, table.name(), name))
        .toList();
  }
}
