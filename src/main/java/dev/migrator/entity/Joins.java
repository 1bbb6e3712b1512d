package dev.migrator.entity;

import dev.migrator.schema.Column;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;

/** Reads references to one entity, on the side that has the columns. */
final class Joins {

  private final Entities entities;
  private final ColumnReader columns;
  private final Nullability nullability;
  private final Naming naming;
  private final JoinColumns joinColumns;
  private final Keys keys;

  Joins(Entities entities, ColumnReader columns, Nullability nullability, Naming naming) {
    this.entities = entities;
    this.columns = columns;
    this.nullability = nullability;
    this.naming = naming;
    this.joinColumns = new JoinColumns(naming);
    this.keys = new Keys(entities, columns, this::columns, naming);
  }

  Keys keys() {
    return keys;
  }

  /** What refers to an entity may refer to. */
  JoinColumns.Target target(EntityType entity) {
    return new JoinColumns.Target(
        entity, keys.of(entity), keys.implied(entity), name -> otherColumn(entity, name));
  }

  /** The columns of a collection's table, or of another that refers to an entity. */
  List<JoinColumn> columns(
      Member subject, List<AnnotationInstance> described, EntityType entity, String prefix) {
    return columns(
        subject, described, entity, referenced -> Naming.joinColumn(prefix, entity, referenced));
  }

  /**
   * The columns of a table that refers to an entity.
   *
   * @param unnamed names a column that the model leaves unnamed, from the referenced one
   */
  List<JoinColumn> columns(
      Member subject,
      List<AnnotationInstance> described,
      EntityType entity,
      Function<KeyColumn, WrittenName> unnamed) {
    return joinColumns.read(subject, Annotations.of(List.of()), described, target(entity), unnamed);
  }

  /** The join of an attribute that refers to one entity. */
  Join read(Attribute attribute) {
    Member member = attribute.member();
    EntityType target = target(member);
    List<JoinColumn> joined = columns(attribute);
    return new Join(
        joined,
        foreignKey(
            ForeignKeys.Description.of(member).unless(isComputedInPart(member)), target, joined),
        isOneToOne(member),
        joined.stream().filter(JoinColumn::isUnique).map(join -> join.column().name()).toList(),
        Stream.concat(
                described(member).stream()
                    .flatMap(found -> Checks.of(member.annotations(), Optional.of(found)).stream()),
                joined.stream().flatMap(join -> join.checks().stream()))
            .distinct()
            .toList(),
        refersToKey(target, joined));
  }

  /** The constraint of an association by the key alone, unless there may be nothing to refer to. */
  Optional<ForeignKey> sharedKey(Attribute attribute, Place place) {
    Member member = attribute.member();
    boolean optional = Values.flag(mapping(member), "optional").orElse(true) && !attribute.isKey();
    EntityType target = target(member);
    List<KeyColumn> own = keys.implied(place.entity());
    List<KeyColumn> implied = keys.implied(target);
    List<JoinColumn> joined =
        keys.of(target).stream()
            .map(referenced -> JoinColumn.ofKey(own.get(implied.indexOf(referenced)), referenced))
            .toList();
    return optional
        ? Optional.empty()
        : foreignKey(ForeignKeys.Description.of(member), target, joined);
  }

  /** The constraint of columns that refer to an entity, unless there is none. */
  Optional<ForeignKey> foreignKey(
      ForeignKeys.Description described, EntityType target, List<JoinColumn> joined) {
    boolean spread =
        target.inheritance() == EntityType.Inheritance.TABLE_PER_CLASS
            && (target.isAbstract() || !entities.below(target).isEmpty());
    return target.isComputed() || spread
        ? Optional.empty()
        : described.foreignKey(
            joined.stream().map(join -> join.column().name()).toList(),
            tableOf(target, joined.get(0).path()),
            joined.stream().map(join -> join.referenced().name()).toList());
  }

  /** The table that holds an attribute of an entity: its own or one of those above it. */
  private QualifiedName tableOf(EntityType entity, String path) {
    boolean above =
        entity.isJoined()
            && keys.of(entity).stream().noneMatch(column -> column.path().equals(path))
            && entities.attributes(entity).stream()
                .noneMatch(attribute -> path.split("\\.")[0].equals(attribute.name()));
    return above ? tableOf(entity.parent().orElseThrow(), path) : entity.table();
  }

  private static boolean isOneToOne(Member member) {
    return member.annotations().has(Vocabulary.ONE_TO_ONE);
  }

  /** The annotation of an association with one entity. */
  static AnnotationInstance mapping(Member member) {
    return Stream.of(Vocabulary.MANY_TO_ONE, Vocabulary.ONE_TO_ONE)
        .flatMap(name -> member.annotations().find(name).stream())
        .findFirst()
        .orElseThrow();
  }

  /** The entity that an association leads to. */
  EntityType target(Member member) {
    return entities.target(member, mapping(member), member.type());
  }

  /** The annotations of the columns; a formula among them has none. */
  static List<AnnotationInstance> described(Member member) {
    Annotations annotations = member.annotations();
    return Stream.concat(
            annotations.findAll(Vocabulary.JOIN_COLUMN, Vocabulary.JOIN_COLUMNS).stream(),
            mixed(member).flatMap(found -> Values.nested(found, "column").stream()))
        .toList();
  }

  private static Stream<AnnotationInstance> mixed(Member member) {
    return member
        .annotations()
        .findAll(
            Vocabulary.HIBERNATE_JOIN_COLUMN_OR_FORMULA,
            Vocabulary.HIBERNATE_JOIN_COLUMNS_OR_FORMULAS)
        .stream();
  }

  /** Whether formulas alone refer to the other entity. */
  static boolean isComputed(Member member) {
    return isComputedInPart(member) && described(member).isEmpty();
  }

  private static boolean isComputedInPart(Member member) {
    return mixed(member).anyMatch(found -> Values.nested(found, "formula").isPresent());
  }

  /** The names of the columns of an attribute that refers to one entity. */
  List<String> columnNames(Attribute attribute) {
    return columns(attribute).stream().map(join -> join.column().name()).toList();
  }

  private List<JoinColumn> columns(Attribute attribute) {
    Member member = attribute.member();
    List<JoinColumn> joined =
        joinColumns.read(
            member,
            member.annotations(),
            described(member),
            referencedBy(member),
            referenced ->
                Naming.joinColumn(member.name(), target(member), naming(member, referenced)));
    return joined.stream().map(join -> completed(member, join, joined.size() == 1)).toList();
  }

  /** Hibernate names the column after the key even where another attribute is referred to. */
  private KeyColumn naming(Member member, KeyColumn referenced) {
    List<KeyColumn> key = keys.of(target(member));
    return member.annotations().has(Vocabulary.HIBERNATE_PROPERTY_REF) && key.size() == 1
        ? key.get(0)
        : referenced;
  }

  /** What an association refers to: the key, or the attribute that {@code @PropertyRef} names. */
  private JoinColumns.Target referencedBy(Member member) {
    EntityType target = target(member);
    return member
        .annotations()
        .find(Vocabulary.HIBERNATE_PROPERTY_REF)
        .flatMap(found -> Values.text(found, "value"))
        .map(
            path -> {
              List<KeyColumn> referenced = attributeColumns(member, target, path);
              return new JoinColumns.Target(
                  target, referenced, referenced, name -> otherColumn(target, name));
            })
        .orElseGet(() -> target(target));
  }

  private List<KeyColumn> attributeColumns(Member member, EntityType target, String path) {
    Attribute attribute =
        entities
            .attribute(target, path)
            .orElseThrow(
                () ->
                    new ModelException(
                        member.subject(),
                        "it refers to the attribute '%s', which %s does not have."
                            .formatted(path, target.subject())));
    return KeyOrder.leaves(attribute)
        .filter(leaf -> leaf.kind() == Attribute.Kind.BASIC)
        .map(leaf -> KeyColumn.of(path, leaf.member(), columns, naming))
        .toList();
  }

  private JoinColumn completed(Member member, JoinColumn join, boolean single) {
    boolean nullable =
        Keys.derivedPart(new Attribute(member, Attribute.Kind.TO_ONE, List.of())).isEmpty()
            && nullability.isNullable(member, join.described(), mapping(member).name());
    Column column = join.column(nullable);
    return join.withColumn(
        single ? column.withDefault(ServerDefaults.of(member).or(column::defaultValue)) : column);
  }

  /** Whether columns refer to the whole key of an entity and nothing else. */
  boolean refersToKey(EntityType target, List<JoinColumn> joined) {
    return joined.stream()
        .map(JoinColumn::referenced)
        .toList()
        .equals(keys.of(target).stream().map(KeyColumn::column).toList());
  }

  /** A column of an entity that is none of its key, by its name or its attribute's. */
  private Optional<KeyColumn> otherColumn(EntityType entity, String name) {
    List<Attribute> attributes = entities.allAttributes(entity);
    return attributes.stream()
        .flatMap(attribute -> paths(attribute, ""))
        .filter(leaf -> leaf.attribute.kind() == Attribute.Kind.BASIC && isNamed(leaf, name))
        .map(leaf -> KeyColumn.of(leaf.path, leaf.attribute.member(), columns, naming))
        .findFirst()
        .or(
            () ->
                attributes.stream()
                    .flatMap(attribute -> paths(attribute, ""))
                    .filter(leaf -> leaf.attribute.kind() == Attribute.Kind.TO_ONE)
                    .flatMap(
                        leaf ->
                            columns(leaf.attribute).stream()
                                .map(join -> KeyColumn.of(leaf.path, join)))
                    .filter(column -> column.column().name().equals(naming.given(name)))
                    .findFirst());
  }

  /** An attribute without parts, and its path within the entity. */
  private record Leaf(String path, Attribute attribute) {}

  private static Stream<Leaf> paths(Attribute attribute, String prefix) {
    String path = prefix + attribute.name();
    return attribute.kind() == Attribute.Kind.EMBEDDED
        ? attribute.parts().stream().flatMap(part -> paths(part, path + "."))
        : Stream.of(new Leaf(path, attribute));
  }

  private boolean isNamed(Leaf leaf, String name) {
    return columns.name(leaf.attribute.member()).equals(naming.given(name))
        || leaf.path.equals(name);
  }
}
