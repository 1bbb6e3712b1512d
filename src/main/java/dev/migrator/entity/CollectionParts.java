package dev.migrator.entity;

import dev.migrator.schema.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.PrimitiveType;
import org.jboss.jandex.Type;

/** Adds the columns of a collection's elements, and of what it finds them by. */
final class CollectionParts {

  /** What an annotation of a map's key is called where it stands on a value. */
  private static final Map<DotName, DotName> ON_KEYS =
      Map.of(
          Vocabulary.MAP_KEY_COLUMN,
          Vocabulary.COLUMN,
          Vocabulary.MAP_KEY_ENUMERATED,
          Vocabulary.ENUMERATED,
          Vocabulary.MAP_KEY_TEMPORAL,
          Vocabulary.TEMPORAL,
          Vocabulary.hibernate("MapKeyJavaType"),
          Vocabulary.hibernate("JavaType"),
          Vocabulary.hibernate("MapKeyJdbcType"),
          Vocabulary.HIBERNATE_JDBC_TYPE,
          Vocabulary.hibernate("MapKeyJdbcTypeCode"),
          Vocabulary.HIBERNATE_JDBC_TYPE_CODE,
          Vocabulary.hibernate("MapKeyType"),
          Vocabulary.HIBERNATE_TYPE);

  /** What an annotation of elements' numbers is called where it stands on a value. */
  private static final Map<DotName, DotName> ON_NUMBERS =
      Map.of(
          Vocabulary.hibernate("CollectionIdJavaType"), Vocabulary.hibernate("JavaType"),
          Vocabulary.hibernate("CollectionIdJdbcType"), Vocabulary.HIBERNATE_JDBC_TYPE,
          Vocabulary.hibernate("CollectionIdJdbcTypeCode"), Vocabulary.HIBERNATE_JDBC_TYPE_CODE,
          Vocabulary.hibernate("CollectionIdType"), Vocabulary.HIBERNATE_TYPE);

  /** What an annotation of elements' positions is called where it stands on a value. */
  private static final Map<DotName, DotName> ON_POSITIONS =
      Map.of(
          Vocabulary.ORDER_COLUMN,
          Vocabulary.COLUMN,
          Vocabulary.hibernate("ListIndexJavaType"),
          Vocabulary.hibernate("JavaType"),
          Vocabulary.hibernate("ListIndexJdbcType"),
          Vocabulary.HIBERNATE_JDBC_TYPE,
          Vocabulary.hibernate("ListIndexJdbcTypeCode"),
          Vocabulary.HIBERNATE_JDBC_TYPE_CODE);

  /** Where the positions or keys of a collection are, which tells what of them takes NULL. */
  enum IndexIn {
    /** The collection's own table. */
    TABLE(Place.Nulls.NONE, Place.Nulls.NONE),
    /** The table that the other side of the association has: it writes rows that lack the keys. */
    TABLE_OF_OTHER_SIDE(Place.Nulls.NONE, Place.Nulls.AS_MAPPED),
    /** The elements' own table, where rows of no collection are. */
    ELEMENTS(Place.Nulls.AS_MAPPED, Place.Nulls.ALL);

    private final Place.Nulls positions;
    private final Place.Nulls keys;

    IndexIn(Place.Nulls positions, Place.Nulls keys) {
      this.positions = positions;
      this.keys = keys;
    }
  }

  private static final Type LONG = type("java.lang.Long");
  private static final Type INTEGER = type("java.lang.Integer");

  /** What stands on a collection and is said of all of it, not of an element. */
  private static final Set<DotName> OF_COLLECTIONS =
      Set.of(
          Vocabulary.RENAMED_FROM,
          Vocabulary.INDEXED,
          Vocabulary.INDEXED_LIST,
          Vocabulary.ELEMENT_COLLECTION,
          Vocabulary.hibernate("EmbeddedColumnNaming"),
          Vocabulary.HIBERNATE_MANY_TO_ANY,
          Vocabulary.HIBERNATE_CHECK,
          Vocabulary.HIBERNATE_CHECKS);

  /**
   * What names an element's parts: those of a map's value under {@code value.}, those of any other
   * element by themselves. Hibernate passes over what is named in the other way.
   */
  private static final Set<DotName> OVERRIDES =
      Set.of(
          Vocabulary.ATTRIBUTE_OVERRIDE,
          Vocabulary.ATTRIBUTE_OVERRIDES,
          Vocabulary.ASSOCIATION_OVERRIDE,
          Vocabulary.ASSOCIATION_OVERRIDES);

  private final Entities entities;
  private final Joins joins;
  private final AttributeBinder binder;

  CollectionParts(Entities entities, Joins joins, AttributeBinder binder) {
    this.entities = entities;
    this.joins = joins;
    this.binder = binder;
  }

  /** Adds the columns of elements that are no entities. */
  List<String> addElement(CollectionType collection, Place place) {
    Member member = collection.member();
    if (member.annotations().has(Vocabulary.HIBERNATE_MANY_TO_ANY)) {
      return addAny(member, place);
    }
    boolean isMap = collection.kind() == CollectionType.Kind.MAP;
    Annotations all = member.annotations();
    Annotations convertedAlone = all.replacing(OVERRIDES, List.of());
    Overrides ofValues = Overrides.of(isMap ? all : convertedAlone);
    Annotations own =
        withoutValidation((isMap ? convertedAlone : all).replacing(OF_COLLECTIONS, List.of()));
    Member element = member.holding(member.name(), boxed(collection.element()), own);
    Attribute attribute =
        entities.held(ofValues.converting(element, "value"), ofValues.within("value"));
    return add(attribute, member.name() + (isMap ? ".value" : ""), place);
  }

  /** Hibernate takes NULL for any element. */
  private static Type boxed(Type element) {
    return element.kind() == Type.Kind.PRIMITIVE
        ? PrimitiveType.box(element.asPrimitiveType())
        : element;
  }

  /** Bean Validation says of a collection how many elements it has, not what they are. */
  private static Annotations withoutValidation(Annotations annotations) {
    return annotations.where(name -> !name.toString().contains(".validation."));
  }

  private List<String> addAny(Member member, Place place) {
    List<AnnotationInstance> key =
        member
            .annotations()
            .find(Vocabulary.JOIN_TABLE)
            .map(table -> Values.nestedAll(table, "inverseJoinColumns"))
            .orElse(List.of());
    List<String> names = new ArrayList<>();
    for (Column column : binder.anyColumns().element(member, key)) {
      place.table().add(column, member, TableDraft.Content.REFERENCE);
      names.add(column.name());
    }
    return names;
  }

  /**
   * Adds a value or the parts of an embeddable.
   *
   * @param path by which the parts are named in overrides
   */
  private List<String> add(Attribute held, String path, Place place) {
    return held.kind() == Attribute.Kind.EMBEDDED
        ? binder.addParts(held, place.within(path)).columns()
        : binder.add(held, place).columns();
  }

  private List<String> addValue(Member held, Place place) {
    return binder.add(entities.held(held, Overrides.NONE), place).columns();
  }

  /**
   * Adds the columns of positions or keys.
   *
   * @param in the table that they are in
   */
  List<String> addIndex(CollectionType collection, Place place, IndexIn in) {
    return switch (collection.kind()) {
      case LIST -> addPosition(collection.member(), new Place(place, in.positions));
      case MAP -> addMapKey(collection, new Place(place, in.keys));
      case ID_BAG -> addNumber(collection.member(), place);
      case BAG, SET -> List.of();
    };
  }

  /** Adds the column of the numbers that elements have in an {@code @CollectionId} bag. */
  private List<String> addNumber(Member member, Place place) {
    List<AnnotationInstance> column =
        member
            .annotations()
            .find(Vocabulary.HIBERNATE_COLLECTION_ID)
            .flatMap(found -> Values.nested(found, "column"))
            .stream()
            .toList();
    Annotations annotations =
        renamed(member.annotations(), ON_NUMBERS).replacing(Set.of(Vocabulary.COLUMN), column);
    return addValue(member.holding("id", LONG, annotations), new Place(place, Place.Nulls.NONE));
  }

  private List<String> addPosition(Member member, Place place) {
    Member position =
        member.holding(
            member.name() + "_ORDER", INTEGER, renamed(member.annotations(), ON_POSITIONS));
    List<String> names = addValue(position, place);
    int first =
        member
            .annotations()
            .find(Vocabulary.HIBERNATE_LIST_INDEX_BASE)
            .flatMap(found -> Values.number(found, "value"))
            .orElse(0);
    names.forEach(name -> place.table().addNewer(Checks.atLeast(name, first), List.of(name)));
    return names;
  }

  private List<String> addMapKey(CollectionType collection, Place place) {
    Member member = collection.member();
    Type type = collection.key().orElseThrow();
    if (member.annotations().has(Vocabulary.MAP_KEY)) {
      return List.of();
    }
    Optional<EntityType> entity = entities.find(type.name());
    if (entity.isPresent()) {
      return addMapKey(member, entity.get(), place);
    }
    Overrides overrides = Overrides.of(member.annotations());
    Member key =
        member.holding(member.name() + "_KEY", type, renamed(member.annotations(), ON_KEYS));
    Attribute attribute =
        entities.mapKey(overrides.converting(key, "key"), overrides.within("key"));
    return add(attribute, member.name() + ".key", place);
  }

  /** Annotations as if they stood on a value. */
  private static Annotations renamed(Annotations annotations, Map<DotName, DotName> names) {
    List<AnnotationInstance> onValue = new ArrayList<>();
    names.forEach(
        (name, other) ->
            annotations
                .find(name)
                .map(found -> AnnotationInstance.create(other, null, found.values()))
                .ifPresent(onValue::add));
    return Annotations.of(onValue);
  }

  private static Type type(String className) {
    return Type.create(DotName.createSimple(className), Type.Kind.CLASS);
  }

  private List<String> addMapKey(Member member, EntityType entity, Place place) {
    List<AnnotationInstance> described =
        member
            .annotations()
            .findAll(Vocabulary.MAP_KEY_JOIN_COLUMN, Vocabulary.MAP_KEY_JOIN_COLUMNS);
    List<KeyColumn> key = joins.keys().of(entity);
    if (described.isEmpty() && key.size() > 1) {
      throw new ModelException(
          member.subject(),
          "its keys are %s, whose own key has %d columns: %s. Name a column for each with @MapKeyJoinColumn."
              .formatted(entity.subject(), key.size(), KeyColumn.names(key)));
    }
    List<JoinColumn> columns =
        joins.columns(
            member,
            described,
            entity,
            referenced -> new WrittenName(member.name() + "_KEY", false));
    for (JoinColumn join : columns) {
      boolean ofAll = place.nulls() != Place.Nulls.ALL;
      Column column = join.column().withNullable(!ofAll && !isRequired(join));
      place.table().add(column, member, TableDraft.Content.REFERENCE);
      join.checks().forEach(place.table()::add);
      EitherWays.ofReference(place.table().name(), join).forEach(place.table()::add);
    }
    joins
        .foreignKey(
            ForeignKeys.Description.of(
                columns.stream().flatMap(join -> join.described().stream()),
                Annotations.of(List.of())),
            entity,
            columns)
        .ifPresent(place.table()::add);
    return JoinTables.names(columns);
  }

  /**
   * A key that is described takes no NULL, in the elements' own table either, unless it says so.
   */
  private static boolean isRequired(JoinColumn key) {
    return key.described()
        .filter(found -> !Values.flag(found, "nullable").orElse(false))
        .isPresent();
  }
}
