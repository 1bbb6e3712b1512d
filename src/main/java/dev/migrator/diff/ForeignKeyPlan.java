package dev.migrator.diff;

import dev.migrator.schema.Column;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Which foreign keys stand alone and in which order tables come and go. A foreign key goes before
 * what it refers to and comes after it; only where tables refer to each other in a circle, or to
 * something that comes later, does a key of a new or dropped table stand alone.
 */
final class ForeignKeyPlan {

  /**
   * A foreign key with the table it is on.
   *
   * @param table the referencing table
   * @param key the key
   */
  record Owned(QualifiedName table, ForeignKey key) {}

  private final Schema before;
  private final Schema after;
  private final TableOrder dropping;
  private final TableOrder creating;

  private ForeignKeyPlan(Schema from, Schema to) {
    this.before = from;
    this.after = to;
    this.dropping = TableOrder.of(without(before, after));
    this.creating = TableOrder.of(without(after, before));
  }

  static ForeignKeyPlan of(Schema from, Schema to) {
    return new ForeignKeyPlan(from, to);
  }

  /** The tables that the other schema lacks. */
  private static List<Table> without(Schema schema, Schema other) {
    return schema.tables().stream().filter(table -> other.table(table.name()).isEmpty()).toList();
  }

  boolean isKept(QualifiedName table) {
    return before.table(table).isPresent() && after.table(table).isPresent();
  }

  /** The table as it was. */
  Table before(QualifiedName table) {
    return before.table(table).orElseThrow();
  }

  /** Keys that go before anything else: gone or changed ones, and those of a circle. */
  List<Owned> dropped() {
    return without(
        before, table -> isKept(table.name()) ? staying(table.name()) : nested(table, dropping));
  }

  /** Keys that come after everything else. */
  List<Owned> added() {
    return without(
        after, table -> isKept(table.name()) ? staying(table.name()) : nested(table, creating));
  }

  /** The tables to drop, referencing ones before the ones that they refer to. */
  List<QualifiedName> tablesToDrop() {
    List<QualifiedName> names = new ArrayList<>();
    dropping.tables().forEach(table -> names.add(0, table.name()));
    return names;
  }

  /** The tables to create, with the foreign keys that they can have at once. */
  List<Table> tablesToCreate() {
    return creating.tables().stream()
        .map(table -> table.withForeignKeys(List.copyOf(nested(table, creating))))
        .toList();
  }

  /** The keys that a new table comes with, or that a dropped one goes with. */
  private Set<ForeignKey> nested(Table table, TableOrder order) {
    Set<ForeignKey> nested = new HashSet<>(table.foreignKeys());
    nested.removeIf(key -> order.isCircular(table.name(), key) || !referencedStands(key));
    return nested;
  }

  private static List<Owned> without(Schema schema, Function<Table, Set<ForeignKey>> staying) {
    List<Owned> owned = new ArrayList<>();
    for (Table table : schema.tables()) {
      Set<ForeignKey> stay = staying.apply(table);
      table.foreignKeys().stream()
          .filter(key -> !stay.contains(key))
          .forEach(key -> owned.add(new Owned(table.name(), key)));
    }
    return owned;
  }

  /** Whether what a key refers to is the same all the while, or comes with its own new table. */
  private boolean referencedStands(ForeignKey key) {
    return !isKept(key.references())
        || (sameKey(key) && sameColumns(key.references(), key.referencedColumns()));
  }

  private Set<ForeignKey> staying(QualifiedName table) {
    Set<ForeignKey> staying = new HashSet<>(before.table(table).orElseThrow().foreignKeys());
    staying.retainAll(after.table(table).orElseThrow().foreignKeys());
    staying.removeIf(
        key -> !referencedStands(key) || !sameColumns(table, key.columns()) || moved(key));
    return staying;
  }

  /** Whether the referenced table is dropped or created meanwhile. */
  private boolean moved(ForeignKey key) {
    return before.table(key.references()).isPresent() != after.table(key.references()).isPresent();
  }

  private boolean sameKey(ForeignKey key) {
    return keysOn(before.table(key.references()).orElseThrow(), key)
        .equals(keysOn(after.table(key.references()).orElseThrow(), key));
  }

  /** The constraints of a table that a foreign key can rest on. */
  private static List<Object> keysOn(Table table, ForeignKey key) {
    List<Object> keys = new ArrayList<>();
    Set<String> columns = Set.copyOf(key.referencedColumns());
    table.primaryKey().filter(k -> Set.copyOf(k.columns()).equals(columns)).ifPresent(keys::add);
    table.uniques().stream()
        .filter(unique -> Set.copyOf(unique.columns()).equals(columns))
        .forEach(keys::add);
    table.indexes().stream()
        .filter(index -> index.unique() && index.where().isEmpty())
        .filter(index -> Set.copyOf(Columns.of(index)).equals(columns))
        .forEach(keys::add);
    return keys;
  }

  private boolean sameColumns(QualifiedName table, List<String> columns) {
    return columns.stream()
        .allMatch(
            name ->
                before
                    .table(table)
                    .orElseThrow()
                    .column(name)
                    .map(Column::type)
                    .map(TypeFamily::of)
                    .equals(
                        after
                            .table(table)
                            .orElseThrow()
                            .column(name)
                            .map(Column::type)
                            .map(TypeFamily::of)));
  }
}
