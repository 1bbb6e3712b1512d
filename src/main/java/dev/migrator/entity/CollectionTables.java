package dev.migrator.entity;

import dev.migrator.schema.ArrayType;
import dev.migrator.schema.BasicType;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.UniqueConstraint;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;

/** Reads collections: the tables of their elements, or the columns in their elements' own table. */
final class CollectionTables {

  private final Entities entities;
  private final Tables tables;
  private final Joins joins;
  private final JoinTables joinTables;
  private final CollectionParts parts;
  private final SoftDeletes softDeletes;
  private final Indexes indexes;
  private final Naming naming;

  CollectionTables(
      Entities entities,
      Tables tables,
      Joins joins,
      CollectionParts parts,
      SoftDeletes softDeletes,
      Indexes indexes,
      Naming naming) {
    this.entities = entities;
    this.tables = tables;
    this.joins = joins;
    this.joinTables = new JoinTables(tables, joins, indexes, naming);
    this.parts = parts;
    this.softDeletes = softDeletes;
    this.indexes = indexes;
    this.naming = naming;
  }

  /** Adds what a collection needs. */
  void add(Attribute attribute, EntityType owner) {
    CollectionType collection = CollectionType.of(attribute.member());
    Optional<EntityType> target = target(collection);
    if (target.isPresent() && refersBack(collection.member())) {
      addToElements(collection, owner, target.get());
    } else {
      addTable(collection, owner, target);
    }
  }

  /**
   * Adds the index that an inverse collection keeps in the table of what it is mapped by.
   *
   * @param other the attribute on the other side, under the path that the collection names
   */
  void addInverse(Member member, Attribute other, String mappedBy) {
    CollectionType collection = CollectionType.of(member);
    EntityType target = target(collection).orElseThrow();
    EntityType declaring = entities.declaring(target, mappedBy);
    Optional<TableDraft> joining = joining(declaring, other);
    if (joining.isPresent()) {
      Place place = new Place(declaring, joining.get());
      parts.addIndex(collection, place, CollectionParts.IndexIn.TABLE_OF_OTHER_SIDE);
    } else {
      withRows(declaring, target)
          .map(entity -> new Place(entity, tables.draft(entity.table())))
          .forEach(place -> parts.addIndex(collection, place, CollectionParts.IndexIn.ELEMENTS));
    }
  }

  /** The table between two others in which an attribute has its columns, if it is one. */
  private Optional<TableDraft> joining(EntityType owner, Attribute attribute) {
    Member member = attribute.member();
    Optional<AnnotationInstance> described = tableAnnotation(member);
    if (attribute.kind() == Attribute.Kind.TO_ONE) {
      return described.map(
          found -> tables.draft(joinTables.name(described, owner, member, joins.target(member))));
    }
    CollectionType collection = CollectionType.of(member);
    return Optional.of(tables.draft(name(described, collection, owner, target(collection))));
  }

  /**
   * The entities whose tables have the columns of an entity.
   *
   * @param target the entity that is referred to, below which they are in a table for each class
   */
  private Stream<EntityType> withRows(EntityType entity, EntityType target) {
    return switch (entity.inheritance()) {
      case SINGLE_TABLE, JOINED -> Stream.of(entity).filter(each -> !each.isComputed());
      case TABLE_PER_CLASS ->
          Stream.concat(Stream.of(target), entities.below(target).stream())
              .filter(EntityType::hasOwnTable);
    };
  }

  /** The entity that the elements are; Hibernate joins it even where they are no association. */
  private Optional<EntityType> target(CollectionType collection) {
    return collection
        .association()
        .map(mapping -> entities.target(collection.member(), mapping, collection.element()))
        .or(() -> entities.find(collection.element().name()));
  }

  /** Whether the elements' own table has a column for the owner. */
  private static boolean refersBack(Member member) {
    Annotations annotations = member.annotations();
    return annotations.has(Vocabulary.ONE_TO_MANY)
        && !annotations.has(Vocabulary.JOIN_TABLE)
        && !described(annotations).isEmpty();
  }

  private static List<AnnotationInstance> described(Annotations annotations) {
    return annotations.findAll(Vocabulary.JOIN_COLUMN, Vocabulary.JOIN_COLUMNS);
  }

  private void addToElements(CollectionType collection, EntityType owner, EntityType target) {
    Member member = collection.member();
    List<JoinColumn> columns =
        joins.columns(member, described(member.annotations()), owner, member.name());
    withRows(target, target)
        .forEach(
            entity -> {
              TableDraft table = tables.draft(entity.table());
              columns.forEach(join -> addToElements(table, member, join, target));
              joins
                  .foreignKey(ForeignKeys.Description.of(member), owner, columns)
                  .ifPresent(table::add);
              parts.addIndex(
                  collection, new Place(entity, table), CollectionParts.IndexIn.ELEMENTS);
            });
  }

  private static void addToElements(
      TableDraft table, Member member, JoinColumn join, EntityType target) {
    boolean nullable =
        join.described().flatMap(found -> Values.flag(found, "nullable")).orElse(true);
    table.add(
        join.column(nullable || target.isInSingleTable()), member, TableDraft.Content.REFERENCE);
    join.checks().forEach(table::add);
    EitherWays.ofReference(table.name(), join).forEach(table::add);
    if (join.isUnique()) {
      table.add(new UniqueConstraint(Optional.empty(), List.of(join.column().name())));
    }
  }

  private void addTable(CollectionType collection, EntityType owner, Optional<EntityType> target) {
    Member member = collection.member();
    Optional<AnnotationInstance> described = tableAnnotation(member);
    TableDraft table = tables.draft(name(described, collection, owner, target));
    List<JoinColumn> ownerColumns = ownerColumns(collection, owner, described, target);
    joinTables.addOwner(table, member, owner, ownerColumns);
    List<String> key = JoinTables.names(ownerColumns);
    Place place = new Place(owner, table);
    List<String> element = addElement(collection, place, described, target);
    List<String> index = parts.addIndex(collection, place, CollectionParts.IndexIn.TABLE);
    if (isKeyedOtherwise(collection, described)) {
      if (!table.takesNull(element)) {
        table.add(new ConstraintWay.KeyBesideUnique(table.name(), joined(key, element)));
      }
    } else {
      addKey(collection, table, key, element, index);
    }
    if (isSetOfOwned(collection)) {
      table.add(new ConstraintWay.KeyOfSet(table.name(), key, element));
    }
    softDeletes.addTo(table, member);
    described.ifPresent(found -> indexes.addTo(table, member.subject(), found));
    Checks.of(member.annotations(), described).forEach(table::add);
    described.flatMap(found -> Values.text(found, "comment")).ifPresent(table::comment);
  }

  /** Hibernate makes no key of a set whose table has a unique constraint. */
  private static boolean isKeyedOtherwise(
      CollectionType collection, Optional<AnnotationInstance> described) {
    return collection.kind() == CollectionType.Kind.SET
        && !isOneToMany(collection)
        && described.filter(Indexes::hasUniqueConstraint).isPresent();
  }

  private static Optional<AnnotationInstance> tableAnnotation(Member member) {
    return member
        .annotations()
        .find(Vocabulary.COLLECTION_TABLE)
        .or(() -> member.annotations().find(Vocabulary.JOIN_TABLE));
  }

  private QualifiedName name(
      Optional<AnnotationInstance> described,
      CollectionType collection,
      EntityType owner,
      Optional<EntityType> target) {
    Member member = collection.member();
    return target
        .map(entity -> joinTables.name(described, owner, member, entity))
        .orElseGet(() -> joinTables.name(described, naming.collectionTable(owner, member.name())));
  }

  private List<JoinColumn> ownerColumns(
      CollectionType collection,
      EntityType owner,
      Optional<AnnotationInstance> described,
      Optional<EntityType> target) {
    Member member = collection.member();
    List<AnnotationInstance> given =
        described
            .map(found -> Values.nestedAll(found, "joinColumns"))
            .filter(columns -> !columns.isEmpty())
            .orElseGet(() -> target.isPresent() ? List.of() : described(member.annotations()));
    String prefix =
        target.flatMap(entity -> otherSide(owner, member, entity)).orElseGet(owner::name);
    return joins.columns(member, given, owner, prefix);
  }

  /** The attribute on the other side of an association that both sides know. */
  private Optional<String> otherSide(EntityType owner, Member member, EntityType target) {
    return entities.allAttributes(target).stream()
        .filter(attribute -> attribute.kind() == Attribute.Kind.INVERSE)
        .filter(
            attribute -> Inverse.mappedBy(attribute.member()).equals(Optional.of(member.name())))
        .filter(attribute -> leadsTo(attribute.member(), owner))
        .map(Attribute::name)
        .findFirst();
  }

  private boolean leadsTo(Member inverse, EntityType owner) {
    EntityType found =
        entities.target(
            inverse, Inverse.mapping(inverse).orElseThrow(), CollectionType.element(inverse));
    return found.root().equals(owner.root());
  }

  private List<String> addElement(
      CollectionType collection,
      Place place,
      Optional<AnnotationInstance> described,
      Optional<EntityType> target) {
    if (target.isEmpty()) {
      return parts.addElement(collection, place);
    }
    Member member = collection.member();
    List<JoinColumn> columns =
        joins.columns(
            member,
            described.map(found -> Values.nestedAll(found, "inverseJoinColumns")).orElse(List.of()),
            target.get(),
            member.name());
    joinTables.addTarget(place.table(), member, target.get(), columns);
    List<String> names = JoinTables.names(columns);
    if (isOneToMany(collection) && collection.kind() != CollectionType.Kind.SET) {
      place.table().add(new UniqueConstraint(Optional.empty(), names));
    }
    return names;
  }

  private static boolean isOneToMany(CollectionType collection) {
    return collection.member().annotations().has(Vocabulary.ONE_TO_MANY);
  }

  private static boolean isSetOfOwned(CollectionType collection) {
    return isOneToMany(collection) && collection.kind() == CollectionType.Kind.SET;
  }

  private static List<String> joined(List<String> owner, List<String> rest) {
    return Stream.concat(owner.stream(), rest.stream()).distinct().toList();
  }

  /** A set has each element once, a list each position, a map each key; a bag knows none of it. */
  private static void addKey(
      CollectionType collection,
      TableDraft table,
      List<String> owner,
      List<String> element,
      List<String> index) {
    Optional<List<String>> distinct =
        switch (collection.kind()) {
          case SET -> Optional.of(element);
          case LIST, MAP -> Optional.of(index.isEmpty() ? element : index);
          case ID_BAG -> Optional.of(index);
          case BAG -> Optional.empty();
        };
    distinct.ifPresent(
        rest -> {
          boolean alone =
              collection.kind() == CollectionType.Kind.ID_BAG || isSetOfOwned(collection);
          List<String> all = alone ? rest : joined(owner, rest);
          if (collection.kind() == CollectionType.Kind.SET && table.takesNull(rest)) {
            UniqueConstraint unique = new UniqueConstraint(Optional.empty(), all);
            table.add(unique);
            table.add(new ConstraintWay.UniqueElements(table.name(), unique));
          } else {
            table.primaryKey(all);
            if (collection.kind() == CollectionType.Kind.SET
                && table.holds(rest, CollectionTables::isBytes)) {
              table.add(new ConstraintWay.KeyOfBytes(table.name(), all));
            }
          }
        });
  }

  /** Whether Hibernate declares a type as {@code blob} on SQLite. */
  private static boolean isBytes(ColumnType type) {
    return type instanceof ArrayType
        || (type instanceof BasicType basic
            && (basic.kind() == BasicType.Kind.UUID || basic.kind() == BasicType.Kind.BYTES));
  }
}
