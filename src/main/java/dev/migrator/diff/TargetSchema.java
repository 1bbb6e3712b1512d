package dev.migrator.diff;

import dev.migrator.schema.EnumType;
import dev.migrator.schema.Namespace;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The model laid over the current schema: what the model says, with the current names and spellings
 * of what is the same, and with everything that neither it nor a revision knows.
 */
final class TargetSchema {

  private final Schema model;
  private final TablesByName named;
  private final TablesByName modelShown;
  private final Schema current;
  private final TablesByName currentTables;
  private final TablesByName currentShown;
  private final Schema replayed;
  private final TablesByName replayedTables;
  private final Predicate<String> drop;
  private final List<Unmanaged> unmanaged = new ArrayList<>();
  private final Set<String> dropped = new TreeSet<>();
  private final Schema schema;

  TargetSchema(
      Schema model,
      Schema current,
      Schema replayed,
      UnaryOperator<Schema> normalize,
      Predicate<String> drop) {
    this.model = model;
    Schema conventional = model.mapTables(ConventionalNames::of);
    this.named = new TablesByName(conventional);
    this.modelShown = new TablesByName(normalize.apply(conventional));
    this.current = current;
    this.currentTables = new TablesByName(current);
    this.currentShown = new TablesByName(normalize.apply(current));
    this.replayed = replayed;
    this.replayedTables = new TablesByName(replayed);
    this.drop = name -> dropsAlso(drop, name);
    List<Table> tables = tables();
    List<EnumType> enums = enums(tables);
    this.schema = Schema.of(tables).withNamespaces(namespaces(tables, enums)).withEnums(enums);
  }

  Schema schema() {
    return schema;
  }

  List<Unmanaged> unmanaged() {
    return List.copyOf(unmanaged);
  }

  /** The names of what would be unmanaged, but is to be dropped. */
  Set<String> dropped() {
    return Collections.unmodifiableSet(dropped);
  }

  private boolean dropsAlso(Predicate<String> wanted, String name) {
    boolean drops = wanted.test(name);
    if (drops) {
      dropped.add(name);
    }
    return drops;
  }

  private List<Table> tables() {
    Stream<Table> wanted = model.tables().stream().map(this::lay);
    Stream<Table> others =
        current.tables().stream()
            .filter(table -> !named.contains(table.name()))
            .filter(table -> !replayedTables.contains(table.name()))
            .filter(table -> keep("table", table.name()));
    return Stream.concat(wanted, others).toList();
  }

  private Table lay(Table unnamed) {
    QualifiedName name = unnamed.name();
    return currentTables
        .find(name)
        .map(there -> lay(unnamed, there))
        .orElseGet(() -> named.get(name));
  }

  private Table lay(Table unnamed, Table there) {
    QualifiedName name = unnamed.name();
    TargetTable target =
        new TargetTable(
            named.get(name),
            modelShown.get(name),
            there,
            currentShown.get(name),
            replayedTables.find(name).orElse(Table.of(name, List.of())),
            object -> drop.test(object.name()));
    Table laid = target.lay(unnamed);
    unmanaged.addAll(target.unmanaged());
    return laid;
  }

  private List<EnumType> enums(List<Table> tables) {
    Schema withTables = Schema.EMPTY.withTables(tables);
    List<EnumType> enums = new ArrayList<>(model.enums());
    for (EnumType type : current.enums()) {
      boolean known = replayed.enumType(type.name()).isPresent();
      boolean used = !withTables.tablesUsing(type.name()).isEmpty();
      if (model.enumType(type.name()).isEmpty()
          && (used || (!known && keep("enum", type.name())))) {
        enums.add(type);
      }
    }
    return enums;
  }

  private List<Namespace> namespaces(List<Table> tables, List<EnumType> enums) {
    List<Namespace> namespaces = new ArrayList<>(model.namespaces());
    for (Namespace namespace : current.namespaces()) {
      Optional<String> schemaName = Optional.of(namespace.name());
      boolean used =
          tables.stream().anyMatch(table -> table.name().schema().equals(schemaName))
              || enums.stream().anyMatch(type -> type.name().schema().equals(schemaName));
      boolean known = replayed.namespaces().contains(namespace);
      if (!model.namespaces().contains(namespace) && (used || !known)) {
        namespaces.add(namespace);
      }
    }
    return namespaces;
  }

  private boolean keep(String kind, QualifiedName name) {
    boolean kept = !drop.test(name.toString());
    if (kept) {
      unmanaged.add(new Unmanaged(kind, name.toString()));
    }
    return kept;
  }
}
