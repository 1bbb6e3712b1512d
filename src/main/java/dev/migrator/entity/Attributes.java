package dev.migrator.entity;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Type;

/** Reads the attributes of entities and embeddables, with all that is said of them elsewhere. */
final class Attributes {

  private final Classes classes;
  private final Levels levels;
  private final Members members;
  private final KeyClasses keyClasses;
  private final Embeddables embeddables;
  private final CompositeUserTypes userTypes;

  /** The embeddables that are being read, one within the other. */
  private final Set<DotName> open = new LinkedHashSet<>();

  Attributes(
      Classes classes, Levels levels, Embeddables embeddables, CompositeUserTypes userTypes) {
    this.classes = classes;
    this.levels = levels;
    this.members = new Members(classes);
    this.keyClasses = new KeyClasses(classes, levels, members);
    this.embeddables = embeddables;
    this.userTypes = userTypes;
  }

  /**
   * The attributes of an entity and its mapped superclasses, the topmost first.
   *
   * @param below the classes of the entities that extend it
   */
  List<Attribute> of(EntityType entity, List<Level> below) {
    List<Member> all = keyClasses.applyTo(entity, members.ofEntity(entity.levels(), below));
    return of(all, overrides(entity.levels()));
  }

  /** The class that {@code @IdClass} names. */
  Optional<ClassInfo> keyClass(EntityType entity) {
    return keyClasses.named(entity);
  }

  /** What the classes of a hierarchy say of attributes; the lowest has the last word. */
  private Overrides overrides(List<Level> of) {
    Overrides overrides = Overrides.NONE;
    for (Level level : of) {
      overrides = Overrides.of(Annotations.of(level.info(), classes)).or(overrides);
    }
    return overrides;
  }

  private List<Attribute> of(List<Member> of, Overrides overrides) {
    return of.stream()
        .map(member -> attribute(overrides.applyTo(member), overrides.within(member.name())))
        .toList();
  }

  /**
   * A member as an attribute; one that stands for what another one holds, too.
   *
   * @param outer what is said of its parts further out than on the member
   */
  Attribute attribute(Member member, Overrides outer) {
    return attribute(member, outer, UnaryOperator.identity());
  }

  /**
   * The key of a map as an attribute. What is embedded in one that is an embeddable Hibernate maps
   * by its getters, however the rest is.
   */
  Attribute ofMapKey(Member key, Overrides outer) {
    return attribute(key, outer, Member::withPartsOnGetters);
  }

  private Attribute attribute(Member member, Overrides outer, UnaryOperator<Member> part) {
    Attribute.Kind kind = kind(member);
    return switch (kind) {
      case EMBEDDED -> new Attribute(member, kind, parts(member, outer, part));
      case STRUCT ->
          new Attribute(member, kind, parts(elementOf(member), outer, part), struct(member));
      case BASIC ->
          new Attribute(member, kind, isDocument(member) ? parts(member, outer, part) : List.of());
      case TO_ONE, ANY, COLLECTION, INVERSE, COMPUTED -> new Attribute(member, kind, List.of());
    };
  }

  /** The member, or for a collection or array what it holds. */
  private static Member elementOf(Member member) {
    return member.holding(member.name(), CollectionType.element(member), member.annotations());
  }

  /**
   * The attributes of an embeddable. Where others of the model extend it, they have theirs beside,
   * and a column tells which of them it is.
   *
   * @param member the member that holds it
   * @param outer what is said of them further out than on the member
   * @param part what becomes of each of its members
   */
  private List<Attribute> parts(Member member, Overrides outer, UnaryOperator<Member> part) {
    Type type = embeddableType(member);
    ClassInfo embeddable = classes.get(type.name(), "the type of " + member.subject());
    if (!open.add(embeddable.name())) {
      throw new ModelException(
          member.subject(), "the embeddable %s contains itself.".formatted(embeddable.name()));
    }
    try {
      boolean getters = member.level().getters();
      List<Level> of = levels.ofEmbeddable(embeddable, type, getters);
      List<Level> below =
          embeddables.below(embeddable).stream()
              .map(info -> new Level(info, Map.of(), getters, true))
              .toList();
      Overrides ofClasses = overrides(Stream.concat(of.stream(), below.stream()).toList());
      List<Attribute> parts =
          new ArrayList<>(
              of(
                  members.ofEmbeddable(of, below).stream().map(part).toList(),
                  outer.or(Overrides.of(member.annotations())).or(ofClasses)));
      if (!below.isEmpty()) {
        parts.add(discriminator(member, embeddable));
      }
      List<Attribute> named =
          ColumnNamePattern.of(member)
              .map(pattern -> parts.stream().map(pattern::name).toList())
              .orElse(parts);
      return named.stream().map(each -> Validation.within(member, each)).toList();
    } finally {
      open.remove(embeddable.name());
    }
  }

  private Type embeddableType(Member member) {
    return member
        .annotations()
        .find(Vocabulary.HIBERNATE_TARGET_EMBEDDABLE)
        .flatMap(found -> Values.className(found, "value"))
        .or(() -> userTypes.embeddable(member))
        .map(name -> Type.create(name, Type.Kind.CLASS))
        .orElse(member.type());
  }

  /** The column that tells which embeddable it is, as if an attribute had it. */
  private Attribute discriminator(Member member, ClassInfo embeddable) {
    Optional<AnnotationInstance> described =
        classes.annotation(embeddable, Vocabulary.DISCRIMINATOR_COLUMN);
    return new Attribute(
        Discriminators.ofEmbeddable(member, described), Attribute.Kind.BASIC, List.of());
  }

  private Attribute.Kind kind(Member member) {
    Annotations annotations = member.annotations();
    if (isOneOf(annotations, Vocabulary.MANY_TO_ONE, Vocabulary.ONE_TO_ONE)) {
      if (isOneOf(annotations, Vocabulary.HIBERNATE_FORMULA, Vocabulary.HIBERNATE_JOIN_FORMULA)
          || Joins.isComputed(member)) {
        return Attribute.Kind.COMPUTED;
      }
      return Inverse.mappedBy(member).isPresent() ? Attribute.Kind.INVERSE : Attribute.Kind.TO_ONE;
    }
    if (isOneOf(annotations, Vocabulary.ONE_TO_MANY, Vocabulary.MANY_TO_MANY)) {
      return Inverse.mappedBy(member).isPresent()
          ? Attribute.Kind.INVERSE
          : Attribute.Kind.COLLECTION;
    }
    if (isOneOf(annotations, Vocabulary.ELEMENT_COLLECTION, Vocabulary.HIBERNATE_MANY_TO_ANY)) {
      return Attribute.Kind.COLLECTION;
    }
    if (annotations.has(Vocabulary.HIBERNATE_ANY)) {
      return Attribute.Kind.ANY;
    }
    if (isOneOf(annotations, Vocabulary.HIBERNATE_FORMULA, Vocabulary.HIBERNATE_PARENT)) {
      return Attribute.Kind.COMPUTED;
    }
    if (struct(member).isPresent()) {
      return Attribute.Kind.STRUCT;
    }
    return isEmbedded(member) ? Attribute.Kind.EMBEDDED : Attribute.Kind.BASIC;
  }

  private static boolean isOneOf(Annotations annotations, DotName... names) {
    return Stream.of(names).anyMatch(annotations::has);
  }

  /** An embeddable that is kept as one document or structure has one column, as a value has. */
  private boolean isEmbedded(Member member) {
    Annotations annotations = member.annotations();
    if (isOneColumn(annotations)) {
      return false;
    }
    return isOneOf(annotations, Vocabulary.EMBEDDED, Vocabulary.EMBEDDED_ID)
        || userTypes.has(member)
        || embeddable(member.type()).isPresent();
  }

  /**
   * The annotation of an embeddable that is kept as a row; it stands on the member or the class.
   */
  private Optional<AnnotationInstance> struct(Member member) {
    return member
        .annotations()
        .find(Vocabulary.HIBERNATE_STRUCT)
        .or(
            () ->
                embeddable(CollectionType.element(member))
                    .flatMap(info -> classes.annotation(info, Vocabulary.HIBERNATE_STRUCT)));
  }

  /** Whether it is an embeddable that is kept as a document whose parts Hibernate knows. */
  private boolean isDocument(Member member) {
    return member
            .annotations()
            .find(Vocabulary.HIBERNATE_JDBC_TYPE_CODE)
            .flatMap(found -> Values.number(found, "value"))
            .filter(code -> code == JdbcTypes.JSON)
            .isPresent()
        && embeddable(member.type()).isPresent();
  }

  private static boolean isOneColumn(Annotations annotations) {
    return isOneOf(
            annotations,
            Vocabulary.HIBERNATE_JDBC_TYPE_CODE,
            Vocabulary.HIBERNATE_JDBC_TYPE,
            Vocabulary.HIBERNATE_TYPE,
            Vocabulary.JSON)
        || annotations.findAll(Vocabulary.CONVERT, Vocabulary.CONVERTS).stream()
            .anyMatch(
                found ->
                    Values.className(found, "converter").isPresent()
                        && Values.text(found, "attributeName").isEmpty());
  }

  /** The class of a type, if it is an embeddable. */
  private Optional<ClassInfo> embeddable(Type type) {
    boolean isClass = type.kind() == Type.Kind.CLASS || type.kind() == Type.Kind.PARAMETERIZED_TYPE;
    return isClass && JavaBasic.of(type.name().toString()).isEmpty()
        ? classes.find(type.name()).filter(info -> classes.has(info, Vocabulary.EMBEDDABLE))
        : Optional.empty();
  }
}
