package dev.migrator.entity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.ParameterizedType;
import org.jboss.jandex.Type;

/**
 * A collection, and what it holds.
 *
 * @param member the member that is one
 * @param kind what it knows of its elements beside themselves
 * @param element the type of its elements, or of a map's values
 * @param key the type of a map's keys
 */
record CollectionType(Member member, Kind kind, Type element, Optional<Type> key) {

  /** What a collection knows of its elements beside themselves. */
  enum Kind {
    /** Nothing. */
    BAG,
    /** That each is there once. */
    SET,
    /** A number of each, which is its key. */
    ID_BAG,
    /** Their positions. */
    LIST,
    /** Their keys. */
    MAP
  }

  private static final Type OBJECT =
      Type.create(DotName.createSimple("java.lang.Object"), Type.Kind.CLASS);

  static CollectionType of(Member member) {
    Type element = element(member);
    if (isMap(member.type())) {
      return new CollectionType(member, Kind.MAP, element, Optional.of(key(member)));
    }
    return new CollectionType(member, kind(member), element, Optional.empty());
  }

  static boolean isMap(Type type) {
    return type.name().toString().endsWith("Map");
  }

  private static Kind kind(Member member) {
    Type type = member.type();
    if (member.annotations().has(Vocabulary.HIBERNATE_COLLECTION_ID)) {
      return Kind.ID_BAG;
    }
    if (type.kind() == Type.Kind.ARRAY
        || member.annotations().has(Vocabulary.ORDER_COLUMN)
        || member.annotations().has(Vocabulary.HIBERNATE_LIST_INDEX_BASE)) {
      return Kind.LIST;
    }
    return type.name().toString().endsWith("Set") ? Kind.SET : Kind.BAG;
  }

  /** The annotation of an association with entities; empty for other elements. */
  Optional<AnnotationInstance> association() {
    return Stream.of(Vocabulary.ONE_TO_MANY, Vocabulary.MANY_TO_MANY)
        .flatMap(name -> member.annotations().find(name).stream())
        .findFirst();
  }

  /** What a collection holds, and a map under its keys; another type is its own element. */
  static Type element(Member member) {
    Type type = member.type();
    Optional<Type> given =
        member
            .annotations()
            .find(Vocabulary.ELEMENT_COLLECTION)
            .flatMap(found -> Values.className(found, "targetClass"))
            .filter(name -> !name.toString().equals("void"))
            .map(name -> Type.create(name, Type.Kind.CLASS));
    if (given.isPresent()) {
      return given.get();
    }
    if (type.kind() == Type.Kind.ARRAY) {
      return type.asArrayType().componentType();
    }
    if (type instanceof ParameterizedType generic) {
      List<Type> arguments = generic.arguments();
      return arguments.get(arguments.size() - 1);
    }
    return type;
  }

  private static Type key(Member member) {
    return member
        .annotations()
        .find(Vocabulary.MAP_KEY_CLASS)
        .flatMap(found -> Values.className(found, "value"))
        .map(name -> Type.create(name, Type.Kind.CLASS))
        .orElseGet(
            () ->
                member.type() instanceof ParameterizedType generic
                    ? generic.arguments().get(0)
                    : OBJECT);
  }
}
