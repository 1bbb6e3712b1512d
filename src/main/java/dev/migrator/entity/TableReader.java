package dev.migrator.entity;

import dev.migrator.schema.CompositeType;
import dev.migrator.schema.ForeignKeyAction;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.RenameHint;
import dev.migrator.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;

/** Reads the tables of all entities. */
final class TableReader {

  private static final DotName PARTITION_KEY = Vocabulary.hibernate("PartitionKey");

  private final Entities entities;
  private final Joins joins;
  private final Indexes indexes;
  private final Naming naming;
  private final UnreadParts unread;
  private final Consumer<ModelWarning> warnings;
  private final Tables tables;
  private final Structs structs;
  private final SoftDeletes softDeletes;
  private final AttributeBinder binder;
  private final CollectionTables collections;
  private final Discriminators discriminators;
  private final Problems problems = new Problems();
  private final Map<EntityType, List<String>> required = new HashMap<>();
  private final Map<EntityType, ColumnWriters> writers = new HashMap<>();
  private final List<PartitionKey> partitionKeys = new ArrayList<>();
  private final List<RenameHint> renames = new ArrayList<>();

  /**
   * A part of a primary key beside the entity's own.
   *
   * @param key the columns of the entity's own
   */
  private record PartitionKey(Member member, TableDraft table, List<String> key) {}

  TableReader(
      Entities entities,
      Classes classes,
      Tables tables,
      ColumnReader columns,
      Joins joins,
      DeclaredGenerators generators,
      Indexes indexes,
      Naming naming,
      Consumer<ModelWarning> warnings) {
    this.entities = entities;
    this.tables = tables;
    this.joins = joins;
    this.indexes = indexes;
    this.naming = naming;
    this.unread = new UnreadParts(warnings);
    this.warnings = warnings;
    this.structs = new Structs(columns, joins, naming);
    this.binder =
        new AttributeBinder(tables, columns, joins, generators, structs, indexes, naming, warnings);
    this.softDeletes = new SoftDeletes(classes, columns, naming);
    this.collections =
        new CollectionTables(
            entities,
            tables,
            joins,
            new CollectionParts(entities, joins, binder),
            softDeletes,
            indexes,
            naming);
    this.discriminators = new Discriminators(entities, naming);
  }

  /** Reads them into their drafts. */
  void read() {
    unread.warnOfNames(entities.all());
    readAll(this::readAttributes);
    readAll(entity -> readCollections(entity, Attribute.Kind.COLLECTION));
    readAll(entity -> readCollections(entity, Attribute.Kind.INVERSE));
    partitionKeys.forEach(each -> problems.gather(() -> requireUnreferenced(each)));
    problems.throwAll();
    readAll(this::readTable);
  }

  /** What one entity lacks is no reason not to look at the others. */
  private void readAll(Consumer<EntityType> part) {
    entities.all().forEach(entity -> problems.gather(() -> part.accept(entity)));
    problems.throwAll();
  }

  /** The row types that columns have. */
  Collection<CompositeType> structs() {
    return structs.types();
  }

  List<RenameHint> renames() {
    return Stream.concat(renames.stream(), binder.renames().stream()).toList();
  }

  private boolean hasRows(EntityType entity) {
    return entity.hasOwnTable() || (entity.isInSingleTable() && entity.root().hasOwnTable());
  }

  private void readAttributes(EntityType entity) {
    if (!hasRows(entity)) {
      return;
    }
    TableDraft table = tables.draft(entity.table());
    List<KeyColumn> key = joins.keys().of(entity);
    ColumnWriters writers = writers(entity);
    if (entity.hasOwnTable()) {
      table.primaryKey(KeyColumn.names(key));
    }
    if (entity.isJoined()) {
      joinAbove(entity, table, key);
      key.forEach(
          column -> writers.add(table.name(), column.column(), "the key of " + entity.subject()));
    }
    if (entity.parent().isEmpty()) {
      addDiscriminator(entity, table, writers);
      softDeletes.addTo(table, entity);
    }
    List<Attribute> attributes = attributes(entity);
    Place place =
        new Place(
            entity,
            table,
            secondaryDrafts(entity),
            key,
            given(attributes),
            entity.isInSingleTable() ? Place.Nulls.SHARED : Place.Nulls.AS_MAPPED,
            "",
            TableDraft.Content.VALUE,
            writers);
    List<String> naturalId = new ArrayList<>();
    List<String> partitionedKey = new ArrayList<>(KeyColumn.names(key));
    unread.warnOf(entity.subject(), entity.annotations());
    unread.warnOfOverrides(entity.subject(), entity.annotations(), entities.allAttributes(entity));
    unread.warnOfOverrides(attributes);
    WrittenSql.check(entity.subject(), entity.annotations());
    attributes.stream().flatMap(Attribute::leaves).map(Attribute::member).forEach(this::review);
    List<Bound> bound = binder.add(attributes, place, problems);
    for (int index = 0; index < attributes.size(); index++) {
      Attribute attribute = attributes.get(index);
      Bound added = bound.get(index);
      if (attribute.member().annotations().has(Vocabulary.HIBERNATE_NATURAL_ID)
          && entities.attributes(entity).contains(attribute)) {
        naturalId.addAll(added.columns());
      }
      if (attribute.member().annotations().has(PARTITION_KEY)) {
        partitionedKey.addAll(added.columns());
        partitionKeys.add(new PartitionKey(attribute.member(), table, KeyColumn.names(key)));
      }
    }
    if (entity.hasOwnTable() && partitionedKey.size() > key.size()) {
      table.primaryKey(partitionedKey);
    }
    if (!naturalId.isEmpty()) {
      table.add(new UniqueConstraint(Optional.empty(), naturalId));
    }
    addRequired(entity, table, Bound.all(bound.stream()).required());
  }

  /** PostgreSQL has no reference to a part of a primary key, and Hibernate does not start. */
  private void requireUnreferenced(PartitionKey partitioned) {
    QualifiedName table = partitioned.table.name();
    for (TableDraft other : tables.drafts()) {
      other
          .foreignKeyTo(table, partitioned.key)
          .ifPresent(
              reference -> {
                throw new ModelException(
                    partitioned.member.subject(),
                    "as a @PartitionKey it is part of the primary key of %s, to which %s%s refers without it. Make it an @Id, with @IdClass, so that references have its column, too."
                        .formatted(table, other.name(), reference.columns()));
              });
    }
  }

  /** Looks at the annotations of a member that are read here and there. */
  private void review(Member member) {
    unread.warnOf(member);
    problems.gather(() -> WrittenSql.check(member.subject(), member.annotations()));
  }

  /** Where entities share a table, one also has the attributes of the one above it. */
  private ColumnWriters writers(EntityType entity) {
    ColumnWriters own =
        entity.isInSingleTable()
            ? Optional.ofNullable(writers.get(entity.parent().orElseThrow()))
                .map(ColumnWriters::below)
                .orElseGet(ColumnWriters::new)
            : new ColumnWriters();
    writers.put(entity, own);
    return own;
  }

  /** The attributes whose columns are in the entity's own table. */
  private List<Attribute> attributes(EntityType entity) {
    return entity.inheritance() == EntityType.Inheritance.TABLE_PER_CLASS
        ? entities.allAttributes(entity)
        : entities.attributes(entity);
  }

  /** The parts of the key that associations give. */
  private static Set<String> given(List<Attribute> attributes) {
    Set<String> given = new HashSet<>();
    attributes.forEach(attribute -> Keys.derivedPart(attribute).ifPresent(given::add));
    return given;
  }

  private void joinAbove(EntityType entity, TableDraft table, List<KeyColumn> key) {
    EntityType parent = entity.parent().orElseThrow();
    addKey(
        table,
        entity.subject(),
        parent,
        key,
        ForeignKeys.Description.of(
            Keys.primaryKeyJoinColumns(entity.annotations()).stream(), entity.annotations()));
  }

  /** Adds the key of a table that joins another by it. */
  private void addKey(
      TableDraft table,
      String subject,
      EntityType above,
      List<KeyColumn> key,
      ForeignKeys.Description described) {
    List<KeyColumn> referenced = joins.keys().of(above);
    List<JoinColumn> joined = new ArrayList<>();
    for (int index = 0; index < key.size(); index++) {
      table.addKey(key.get(index).column(), subject);
      JoinColumn join = JoinColumn.ofKey(key.get(index), referenced.get(index));
      join.checks().forEach(table::add);
      EitherWays.ofReference(table.name(), join).forEach(table::add);
      joined.add(join);
    }
    joins.foreignKey(described, above, joined).ifPresent(table::add);
  }

  private Map<String, TableDraft> secondaryDrafts(EntityType entity) {
    Map<String, TableDraft> secondary = new LinkedHashMap<>();
    for (AnnotationInstance found : secondaryTables(entity)) {
      TableDraft table = tables.draft(naming.table(found, ""));
      List<AnnotationInstance> described = Values.nestedAll(found, "pkJoinColumns");
      List<KeyColumn> joining = joins.keys().joining(entity, entity, described);
      table.primaryKey(KeyColumn.names(joining));
      addKey(
          table,
          entity.subject(),
          entity,
          joining,
          ForeignKeys.Description.of(
              Stream.concat(Stream.of(found), described.stream()), Annotations.of(List.of())));
      secondary.put(table.name().name(), table);
    }
    return secondary;
  }

  private static List<AnnotationInstance> secondaryTables(EntityType entity) {
    return entity.annotations().findAll(Vocabulary.SECONDARY_TABLE, Vocabulary.SECONDARY_TABLES);
  }

  private void addDiscriminator(EntityType root, TableDraft table, ColumnWriters writers) {
    discriminators
        .column(root)
        .ifPresent(
            column -> {
              boolean written = Discriminators.isWritten(root);
              table.addDiscriminator(column, root.subject(), written);
              if (written) {
                writers.add(table.name(), column, "the discriminator of " + root.subject());
              }
            });
    discriminators.definition(root).stream()
        .flatMap(definition -> definition.checks().stream())
        .forEach(table::add);
    discriminators
        .checks(root)
        .forEach(check -> table.addNewer(check, discriminators.knownBy(root, List.of())));
  }

  /**
   * Adds the condition on what takes NULL although the entity, or the one right above it, needs a
   * value. Hibernate leaves out those further above.
   */
  private void addRequired(EntityType entity, TableDraft table, List<String> own) {
    required.put(entity, own);
    if (entity.isInSingleTable()) {
      List<String> all =
          new ArrayList<>(required.getOrDefault(entity.parent().orElseThrow(), List.of()));
      all.addAll(own);
      discriminators
          .requires(entity, all)
          .ifPresent(check -> table.addNewer(check, discriminators.knownBy(entity.root(), all)));
    }
  }

  /**
   * In the order of their names, as in Hibernate: where they share a table, the last has its key.
   */
  private void readCollections(EntityType entity, Attribute.Kind kind) {
    entities.attributes(entity).stream()
        .sorted(Comparator.comparing(Attribute::name))
        .flatMap(Attribute::leaves)
        .filter(attribute -> attribute.kind() == kind)
        .forEach(attribute -> problems.gather(() -> readCollection(entity, attribute)));
  }

  private void readCollection(EntityType entity, Attribute attribute) {
    if (attribute.kind() == Attribute.Kind.COLLECTION) {
      collections.add(attribute, entity);
    } else if (attribute.kind() == Attribute.Kind.INVERSE) {
      readInverse(attribute.member());
    }
  }

  /** Where an inverse collection says what happens on delete, the other side's key does it. */
  private void readInverse(Member member) {
    EntityType target =
        entities.target(
            member, Inverse.mapping(member).orElseThrow(), CollectionType.element(member));
    String path = Inverse.mappedBy(member).orElseThrow();
    Attribute other =
        entities
            .attribute(target, path)
            .orElseThrow(
                () ->
                    new ModelException(
                        member.subject(),
                        "it is mapped by '%s', which %s does not have."
                            .formatted(path, target.subject())));
    if (Inverse.isCollection(member)) {
      if (other.kind() == Attribute.Kind.TO_ONE) {
        ForeignKeys.onDelete(member.annotations())
            .ifPresent(action -> onDelete(member, target, other, action));
      }
      collections.addInverse(member, other, path);
    }
  }

  /** Of the side without columns Hibernate heeds that the rows go with the other alone. */
  private void onDelete(
      Member member, EntityType target, Attribute other, ForeignKeyAction action) {
    if (action == ForeignKeyAction.CASCADE) {
      tables.draft(target.table()).onDelete(joins.read(other).columnNames(), action);
    } else {
      warnings.accept(
          new ModelWarning(
              member.subject(),
              "@OnDelete(action = %s) is not read, as Hibernate does not beside mappedBy. Put it on %s."
                  .formatted(action, other.member().subject())));
    }
  }

  private void readTable(EntityType entity) {
    Annotations annotations = entity.annotations();
    if (entity.hasOwnTable()) {
      TableDraft table = tables.draft(entity.table());
      describe(table, annotations, annotations.find(Vocabulary.TABLE));
      indexes.addTo(table, entity.subject(), annotations);
      AttributeBinder.renamedFrom(annotations)
          .ifPresent(from -> renames.addAll(RenameHint.OfTable.of(from, table.name())));
    }
    for (AnnotationInstance found : secondaryTables(entity)) {
      TableDraft table = tables.draft(naming.table(found, ""));
      describe(table, Annotations.of(List.of()), Optional.of(found));
      indexes.addTo(table, entity.subject(), found);
    }
  }

  private static void describe(
      TableDraft table, Annotations annotations, Optional<AnnotationInstance> described) {
    Checks.of(annotations, described).forEach(table::add);
    ColumnReader.comment(annotations, described).ifPresent(table::comment);
  }
}
