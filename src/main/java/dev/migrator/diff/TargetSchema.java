package dev.migrator.diff;

import dev.migrator.schema.Column;
import dev.migrator.schema.CompositeType;
import dev.migrator.schema.Definition;
import dev.migrator.schema.Domain;
import dev.migrator.schema.EnumColumn;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.Namespace;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.SequenceOwner;
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

  private final List<EnumColumn> enumColumns;
  private final Schema model;
  private final Schema named;
  private final Schema modelNormalized;
  private final Schema current;
  private final Schema currentNormalized;
  private final Schema replayed;
  private final Predicate<String> drop;
  private final List<Unmanaged> unmanaged = new ArrayList<>();
  private final Set<String> dropped = new TreeSet<>();
  private final Schema schema;

  TargetSchema(
      Schema model,
      Schema current,
      Schema replayed,
      UnaryOperator<Schema> normalize,
      List<EnumColumn> enumColumns,
      Predicate<String> drop) {
    this.model = model;
    this.enumColumns = enumColumns;
    this.named = model.mapTables(ConventionalNames::of);
    this.modelNormalized = normalize.apply(named);
    this.current = current;
    this.currentNormalized = normalize.apply(current);
    this.replayed = replayed;
    this.drop = name -> dropsAlso(drop, name);
    Schema laid = Schema.of(tables());
    laid = laid.withSequences(sequences(laid));
    laid = laid.withDomains(domains());
    laid = laid.withCompositeTypes(compositeTypes(laid));
    laid = laid.withEnums(enums(laid));
    laid = laid.withDefinitions(definitions(laid));
    this.schema = laid.withNamespaces(namespaces(laid.schemaNames()));
  }

  Schema schema() {
    return schema;
  }

  /**
   * The current schema without what stands on a table that goes and no revision knows: it goes with
   * the table, and no revision could bring it back on another database.
   */
  Schema start() {
    return current.withDefinitions(
        current.definitions().stream()
            .filter(
                definition ->
                    replayed.definition(definition).isPresent()
                        || definition.table().filter(name -> isGone(name, schema)).isEmpty())
            .toList());
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
            .filter(table -> !named.table(table.name()).isPresent())
            .filter(table -> !replayed.table(table.name()).isPresent() || isHeir(table))
            .filter(table -> standsForSequence(table) || keep("table", table.name()));
    return Stream.concat(wanted, others).toList();
  }

  /** A partition, or what inherits: of that a model knows nothing. */
  private boolean isHeir(Table table) {
    return table.options().parents().stream()
        .anyMatch(
            parent ->
                named.table(parent).isPresent()
                    || current.table(parent).filter(this::isHeir).isPresent());
  }

  private Table lay(Table unnamed) {
    QualifiedName name = unnamed.name();
    return current
        .table(name)
        .map(there -> lay(unnamed, there))
        .orElseGet(() -> named.table(name).orElseThrow());
  }

  private Table lay(Table unnamed, Table there) {
    QualifiedName name = unnamed.name();
    TargetTable target =
        new TargetTable(
            named.table(name).orElseThrow(),
            modelNormalized.table(name).orElseThrow(),
            there,
            currentNormalized.table(name).orElseThrow(),
            replayed.table(name).orElse(Table.of(name, List.of())),
            enumColumns.stream()
                .filter(column -> column.table().equals(name))
                .map(EnumColumn::column)
                .toList(),
            object -> drop.test(object.name()));
    Table laid = target.lay(unnamed);
    unmanaged.addAll(target.unmanaged());
    return laid;
  }

  /** What a table uses stays, even if only a column does that no one knows. */
  private List<EnumType> enums(Schema laid) {
    List<EnumType> enums = new ArrayList<>(model.enums());
    for (EnumType type : current.enums()) {
      boolean known = replayed.enumType(type.name()).isPresent();
      if (model.enumType(type.name()).isEmpty()
          && (isUsed(laid, type.name()) || (!known && keep("enum", type.name())))) {
        enums.add(type);
      }
    }
    return enums;
  }

  /** A model cannot say what a domain is: those that are there stay. */
  private List<Domain> domains() {
    return current.domains().stream()
        .filter(
            domain -> replayed.domain(domain.name()).isPresent() || keep("domain", domain.name()))
        .toList();
  }

  /** What is kept as SQL stays as it is, but for what stands on a table that goes. */
  private List<Definition> definitions(Schema laid) {
    return current.definitions().stream()
        .filter(definition -> definition.table().filter(name -> isGone(name, laid)).isEmpty())
        .filter(
            definition ->
                replayed.definition(definition).isPresent()
                    || belongsToEnum(definition)
                    || keep(definition.kind().words(), definition.identity()))
        .toList();
  }

  /** Whether it is one of the casts that Hibernate makes for each of its enums. */
  private boolean belongsToEnum(Definition definition) {
    return definition.kind() == Definition.Kind.CAST
        && definition.sql().toString().endsWith(" WITH INOUT AS IMPLICIT")
        && current.enums().stream().anyMatch(type -> definition.sql().mentions(type.name().name()));
  }

  private boolean isGone(QualifiedName table, Schema laid) {
    return current.table(table).isPresent() && laid.table(table).isEmpty();
  }

  private List<CompositeType> compositeTypes(Schema laid) {
    List<CompositeType> types = new ArrayList<>();
    model.compositeTypes().forEach(wanted -> types.add(lay(wanted)));
    for (CompositeType type : current.compositeTypes()) {
      boolean known = replayed.compositeType(type.name()).isPresent();
      if (model.compositeType(type.name()).isEmpty()
          && (isUsed(laid, type.name()) || (!known && keep("composite type", type.name())))) {
        types.add(type);
      }
    }
    return types;
  }

  private static boolean isUsed(Schema laid, QualifiedName type) {
    return !laid.tablesUsing(type).isEmpty()
        || laid.userTypes().stream().anyMatch(user -> user.uses(type));
  }

  private CompositeType lay(CompositeType wanted) {
    QualifiedName name = wanted.name();
    Optional<CompositeType> there = current.compositeType(name);
    boolean spelledByRevisions = replayed.compositeType(name).equals(there);
    return there
        .filter(found -> !spelledByRevisions)
        .filter(
            found ->
                modelNormalized.compositeType(name).equals(currentNormalized.compositeType(name)))
        .orElse(wanted);
  }

  private List<Sequence> sequences(Schema laid) {
    List<Sequence> sequences = new ArrayList<>();
    model.sequences().stream().flatMap(wanted -> lay(wanted).stream()).forEach(sequences::add);
    current.sequences().stream()
        .filter(sequence -> model.sequence(sequence.name()).isEmpty())
        .filter(
            sequence ->
                sequence.owner().isPresent()
                    ? numbers(sequence.owner().get(), laid)
                    : replayed.sequence(sequence.name()).isEmpty()
                        && keep("sequence", sequence.name()))
        .forEach(sequences::add);
    return sequences;
  }

  /** Whether a column that owns a sequence is still there with the default that uses it. */
  private boolean numbers(SequenceOwner owner, Schema laid) {
    Optional<Column> before =
        current.table(owner.table()).flatMap(table -> table.column(owner.column()));
    Optional<Column> after = laid.table(owner.table()).flatMap(t -> t.column(owner.column()));
    return after.isPresent()
        && after.flatMap(Column::defaultValue).equals(before.flatMap(Column::defaultValue));
  }

  /** The sequence that is wanted; nothing where a table stands in its place. */
  private Optional<Sequence> lay(Sequence wanted) {
    Optional<Sequence> there = current.sequence(wanted.name());
    if (there.isPresent()) {
      return there.filter(found -> same(wanted, found)).or(() -> Optional.of(wanted));
    }
    boolean stands = current.table(wanted.name()).filter(this::standsForSequence).isPresent();
    return stands ? Optional.empty() : Optional.of(wanted);
  }

  private boolean same(Sequence wanted, Sequence there) {
    boolean spelledByRevisions = replayed.sequence(there.name()).equals(Optional.of(there));
    return !spelledByRevisions
        && modelNormalized.sequence(wanted.name()).equals(currentNormalized.sequence(there.name()));
  }

  /**
   * Whether a table that no revision knows is what this database has in place of a sequence of the
   * model, such as Hibernate made it.
   */
  private boolean standsForSequence(Table table) {
    QualifiedName name = table.name();
    return model.sequence(name).isPresent()
        && !replayed.table(name).isPresent()
        && modelNormalized.table(name).isPresent()
        && modelNormalized.table(name).equals(currentNormalized.table(name));
  }

  private List<Namespace> namespaces(Set<String> used) {
    List<Namespace> namespaces = new ArrayList<>(model.namespaces());
    for (Namespace namespace : current.namespaces()) {
      boolean known = replayed.namespaces().contains(namespace);
      if (!model.namespaces().contains(namespace) && (used.contains(namespace.name()) || !known)) {
        namespaces.add(namespace);
      }
    }
    return namespaces;
  }

  private boolean keep(String kind, QualifiedName name) {
    return keep(kind, name.toString());
  }

  private boolean keep(String kind, String name) {
    boolean kept = !drop.test(name);
    if (kept) {
      unmanaged.add(new Unmanaged(kind, name));
    }
    return kept;
  }
}
