package dev.migrator.entity;

import dev.migrator.entity.EntityType.Inheritance;
import dev.migrator.schema.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Type;

/** The entities of the model: their hierarchies, tables and attributes. */
final class Entities {

  private final Map<DotName, EntityType> entities = new LinkedHashMap<>();
  private final Set<DotName> extended = new HashSet<>();
  private final Map<EntityType, List<Attribute>> attributes = new HashMap<>();
  private final Classes classes;
  private final Levels levels;
  private final Attributes reader;
  private final Naming naming;

  /**
   * @param found the entities that were looked for; those that they extend belong to them
   */
  Entities(
      Map<DotName, ClassInfo> found,
      Embeddables embeddables,
      CompositeUserTypes userTypes,
      Classes classes,
      Naming naming) {
    this.classes = classes;
    this.levels = new Levels(classes);
    this.reader = new Attributes(classes, levels, embeddables, userTypes);
    this.naming = naming;
    found.values().forEach(this::add);
  }

  private EntityType add(ClassInfo info) {
    EntityType known = entities.get(info.name());
    if (known == null) {
      known = entity(info, levels.entityAbove(info).map(this::add));
      known.parent().ifPresent(above -> extended.add(above.info().name()));
      entities.put(info.name(), known);
    }
    return known;
  }

  private EntityType entity(ClassInfo info, Optional<EntityType> parent) {
    Annotations annotations = Annotations.of(info, classes);
    Inheritance inheritance =
        parent
            .map(EntityType::inheritance)
            .or(
                () ->
                    annotations
                        .find(Vocabulary.INHERITANCE)
                        .flatMap(found -> Values.constant(found, "strategy"))
                        .map(Inheritance::valueOf))
            .orElse(Inheritance.SINGLE_TABLE);
    String name =
        annotations
            .find(Vocabulary.ENTITY)
            .flatMap(found -> Values.text(found, "name"))
            .orElseGet(info.name()::withoutPackagePrefix);
    Optional<EntityType> sharing = parent.filter(above -> inheritance == Inheritance.SINGLE_TABLE);
    Optional<AnnotationInstance> described = annotations.find(Vocabulary.TABLE);
    QualifiedName table = sharing.map(EntityType::table).orElseGet(() -> table(annotations, name));
    return new EntityType(
        info,
        name,
        annotations,
        parent,
        inheritance,
        table,
        sharing.map(EntityType::written).orElseGet(() -> naming.written(described, name)),
        sharing
            .map(EntityType::quoted)
            .orElseGet(
                () ->
                    Naming.isQuoted(
                        described.flatMap(found -> Values.text(found, "name")).orElse(name))),
        levels.ofEntity(info, levels.areOnGetters(info)));
  }

  private QualifiedName table(Annotations annotations, String entityName) {
    String unnamed = naming.table(entityName);
    return annotations
        .find(Vocabulary.TABLE)
        .map(found -> naming.table(found, unnamed))
        .orElseGet(() -> QualifiedName.of(unnamed));
  }

  /** All, each after the one that it extends. */
  List<EntityType> all() {
    return List.copyOf(entities.values());
  }

  /** The entities that extend an entity, directly or not. */
  List<EntityType> below(EntityType entity) {
    if (!extended.contains(entity.info().name())) {
      return List.of(); // as most are, of however many
    }
    return entities.values().stream()
        .filter(
            other -> other.parent().filter(p -> p.equals(entity) || isBelow(p, entity)).isPresent())
        .toList();
  }

  private static boolean isBelow(EntityType entity, EntityType above) {
    return entity.parent().filter(p -> p.equals(above) || isBelow(p, above)).isPresent();
  }

  /** The attributes that an entity adds to those of the entity above it. */
  List<Attribute> attributes(EntityType entity) {
    List<Attribute> known = attributes.get(entity);
    if (known == null) {
      known = read(entity);
      attributes.put(entity, known);
    }
    return known;
  }

  /** One that an entity above has as well is as it is there. */
  private List<Attribute> read(EntityType entity) {
    List<Level> below =
        below(entity).stream().flatMap(other -> other.levels().stream()).distinct().toList();
    Set<String> above = new HashSet<>();
    entity.parent().stream()
        .flatMap(parent -> allAttributes(parent).stream())
        .forEach(attribute -> above.add(attribute.name()));
    return reader.of(entity, below).stream()
        .filter(attribute -> !above.contains(attribute.name()))
        .toList();
  }

  /** The class that holds the values of an entity's key beside it, if it names one. */
  Optional<ClassInfo> keyClass(EntityType entity) {
    return reader.keyClass(entity);
  }

  /** The attributes of an entity, those of the entities above it first. */
  List<Attribute> allAttributes(EntityType entity) {
    List<Attribute> all = new ArrayList<>();
    entity.parent().ifPresent(parent -> all.addAll(allAttributes(parent)));
    all.addAll(attributes(entity));
    return all;
  }

  /** The attribute of an entity under a path: {@code address.city}. */
  Optional<Attribute> attribute(EntityType entity, String path) {
    List<String> names = List.of(path.split("\\."));
    return allAttributes(entity).stream()
        .filter(attribute -> attribute.name().equals(names.get(0)))
        .findFirst()
        .flatMap(attribute -> attribute.part(names.subList(1, names.size())));
  }

  /** The entity, or the one above it, that has the attribute under a path. */
  EntityType declaring(EntityType entity, String path) {
    String name = path.split("\\.")[0];
    boolean own = attributes(entity).stream().anyMatch(attribute -> attribute.name().equals(name));
    return own ? entity : entity.parent().map(above -> declaring(above, path)).orElse(entity);
  }

  /**
   * An element or key of a collection, as if it were an attribute.
   *
   * @param overrides what is said of its parts on the collection
   */
  Attribute held(Member member, Overrides overrides) {
    return reader.attribute(member, overrides);
  }

  /**
   * The key of a map, as if it were an attribute.
   *
   * @param overrides what is said of its parts on the map
   */
  Attribute mapKey(Member member, Overrides overrides) {
    return reader.ofMapKey(member, overrides);
  }

  /** The entity of a class, if it is one of the model. */
  Optional<EntityType> find(DotName name) {
    return Optional.ofNullable(entities.get(name));
  }

  /**
   * The entity that an association leads to.
   *
   * @param mapping the association's annotation, which may name it
   * @param type the member's type, or that of its elements
   * @throws ModelException if that is none
   */
  EntityType target(Member member, AnnotationInstance mapping, Type type) {
    DotName name =
        Values.className(mapping, "targetEntity")
            .filter(given -> !given.toString().equals("void"))
            .orElseGet(type::name);
    return find(name).orElseThrow(() -> noTarget(member, name));
  }

  private ModelException noTarget(Member member, DotName name) {
    ClassInfo other = classes.get(name, "the target of " + member.subject());
    return new ModelException(
        member.subject(),
        classes.has(other, Vocabulary.ENTITY)
            ? "it references the entity %s, which is no part of the model. Add it under models.packages or models.classes."
                .formatted(name)
            : "it references %s, which has no @Entity.".formatted(name));
  }
}
