package dev.migrator.entity;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Type;

/** Reads the attributes of entities and embeddables, with all that is said of them elsewhere. */
final class Attributes {

  private final Classes classes;
  private final Levels levels;
  private final Members members;

  /** The embeddables that are being read, one within the other. */
  private final Set<DotName> open = new LinkedHashSet<>();

  Attributes(Classes classes, Levels levels) {
    this.classes = classes;
    this.levels = levels;
    this.members = new Members(classes);
  }

  /** The attributes of an entity and its mapped superclasses, the topmost first. */
  List<Attribute> of(EntityType entity) {
    return of(entity.levels(), overrides(entity.levels()));
  }

  /** What the classes of a hierarchy say of attributes; the lowest has the last word. */
  private Overrides overrides(List<Level> of) {
    Overrides overrides = Overrides.NONE;
    for (Level level : of) {
      overrides = Overrides.of(Annotations.of(level.info(), classes)).or(overrides);
    }
    return overrides;
  }

  private List<Attribute> of(List<Level> of, Overrides overrides) {
    return members.of(of).stream().map(member -> attribute(member, overrides)).toList();
  }

  private Attribute attribute(Member declared, Overrides overrides) {
    Member member = overrides.applyTo(declared);
    Attribute.Kind kind = kind(member);
    return new Attribute(
        member,
        kind,
        kind == Attribute.Kind.EMBEDDED
            ? parts(member, overrides.within(member.name()))
            : List.of());
  }

  /**
   * The attributes of an embeddable.
   *
   * @param member the member that holds it
   * @param outer what is said of them further out than on the member
   */
  List<Attribute> parts(Member member, Overrides outer) {
    ClassInfo embeddable = classes.get(member.type().name(), "the type of " + member.subject());
    if (!open.add(embeddable.name())) {
      throw new ModelException(
          member.subject(), "the embeddable %s contains itself.".formatted(embeddable.name()));
    }
    try {
      List<Level> of = levels.ofEmbeddable(embeddable, member.type(), member.level().getters());
      return of(of, outer.or(Overrides.of(member.annotations())).or(overrides(of)));
    } finally {
      open.remove(embeddable.name());
    }
  }

  /** How a member is mapped, by what stands on it and by its type. */
  Attribute.Kind kind(Member member) {
    Annotations annotations = member.annotations();
    if (isOneOf(annotations, Vocabulary.MANY_TO_ONE, Vocabulary.ONE_TO_ONE)) {
      if (isOneOf(annotations, Vocabulary.HIBERNATE_FORMULA, Vocabulary.HIBERNATE_JOIN_FORMULA)) {
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
    if (annotations.has(Vocabulary.HIBERNATE_FORMULA)) {
      return Attribute.Kind.COMPUTED;
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
        || embeddable(member.type())
            .filter(info -> !classes.has(info, Vocabulary.HIBERNATE_STRUCT))
            .isPresent();
  }

  private static boolean isOneColumn(Annotations annotations) {
    return isOneOf(
            annotations,
            Vocabulary.HIBERNATE_JDBC_TYPE_CODE,
            Vocabulary.HIBERNATE_JDBC_TYPE,
            Vocabulary.HIBERNATE_STRUCT,
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
