package dev.migrator.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.Declaration;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.ParameterizedType;
import org.jboss.jandex.Type;
import org.jboss.jandex.TypeVariable;

/** Finds the classes that an entity or embeddable has its attributes from. */
final class Levels {

  private static final DotName OBJECT = DotName.createSimple("java.lang.Object");
  private static final DotName RECORD = DotName.createSimple("java.lang.Record");
  private static final String PROPERTY = "PROPERTY";

  private final Classes classes;

  Levels(Classes classes) {
    this.classes = classes;
  }

  /** The nearest entity that a class extends. */
  Optional<ClassInfo> entityAbove(ClassInfo info) {
    ClassInfo below = info;
    while (hasSuperclass(below)) {
      below = above(below);
      if (classes.has(below, Vocabulary.ENTITY)) {
        return Optional.of(below);
      }
    }
    return Optional.empty();
  }

  /**
   * The class and the mapped superclasses between it and the next entity above, the topmost first.
   * Those that are neither contribute no attribute.
   *
   * @param getters whether attributes are on getters where a class does not say it
   */
  List<Level> ofEntity(ClassInfo entity, boolean getters) {
    return upwards(new Level(entity, Map.of(), getters, false), this::isAbove);
  }

  /** The class of an embeddable and its mapped superclasses, the topmost first. */
  List<Level> ofEmbeddable(ClassInfo embeddable, Type type, boolean getters) {
    Level start = new Level(embeddable, arguments(type, embeddable, Map.of()), getters, true);
    return upwards(start, this::isAbove);
  }

  /** The class that {@code @IdClass} names and all that it extends, the topmost first. */
  List<Level> ofKeyClass(ClassInfo keyClass, boolean getters) {
    return upwards(new Level(keyClass, Map.of(), getters, true), above -> true);
  }

  /**
   * Whether attributes are on getters where their class does not say it. The nearest class with an
   * id decides, else the nearest with another mapping; what says its access itself does not count.
   *
   * @see <a
   *     href="https://jakarta.ee/specifications/persistence/3.2/jakarta-persistence-spec-3.2#a113">JPA:
   *     default access type</a>
   * @throws ModelException if there is no id
   */
  boolean areOnGetters(ClassInfo entity) {
    List<ClassInfo> upwards = mappedUpwards(entity);
    if (upwards.stream().flatMap(Levels::members).noneMatch(this::isId)) {
      throw new ModelException(
          entity.name().toString(), "the entity has no @Id. Mark the attribute that is its key.");
    }
    Stream<Boolean> byId =
        upwards.stream()
            .filter(info -> !classes.has(info, Vocabulary.ACCESS))
            .flatMap(info -> onGetters(members(info), this::isId));
    Stream<Boolean> byMapping =
        Stream.concat(Stream.of(entity, root(upwards)), upwards.stream().filter(this::isAbove))
            .flatMap(info -> onGetters(fieldsFirst(info), this::isMapped));
    return Stream.concat(byId, byMapping).findFirst().orElse(true);
  }

  /** An entity and what it extends, as far as that is mapped, the nearest first. */
  private List<ClassInfo> mappedUpwards(ClassInfo entity) {
    List<ClassInfo> mapped = new ArrayList<>(List.of(entity));
    ClassInfo below = entity;
    while (hasSuperclass(below)) {
      below = above(below);
      if (classes.has(below, Vocabulary.ENTITY) || isAbove(below)) {
        mapped.add(below);
      }
    }
    return mapped;
  }

  private boolean isAbove(ClassInfo info) {
    return classes.has(info, Vocabulary.MAPPED_SUPERCLASS);
  }

  private ClassInfo root(List<ClassInfo> upwards) {
    return upwards.stream()
        .filter(info -> classes.has(info, Vocabulary.ENTITY))
        .reduce(upwards.get(0), (below, above) -> above);
  }

  private static Stream<Declaration> members(ClassInfo info) {
    return Stream.concat(info.methods().stream().filter(Members::isGetter), info.fields().stream());
  }

  private static Stream<Declaration> fieldsFirst(ClassInfo info) {
    return Stream.concat(info.fields().stream(), info.methods().stream().filter(Members::isGetter));
  }

  /** Whether the first of some members that tells it is a getter. */
  private Stream<Boolean> onGetters(Stream<Declaration> members, Predicate<Declaration> tells) {
    return members
        .filter(tells)
        .filter(member -> !classes.has(member, Vocabulary.ACCESS))
        .filter(member -> !classes.has(member, Vocabulary.TRANSIENT))
        .map(MethodInfo.class::isInstance)
        .limit(1);
  }

  private boolean isId(Declaration declaration) {
    return classes.has(declaration, Vocabulary.ID)
        || classes.has(declaration, Vocabulary.EMBEDDED_ID);
  }

  private boolean isMapped(Declaration declaration) {
    return classes.annotations(declaration).stream()
        .map(found -> found.name().toString())
        .anyMatch(name -> name.startsWith("jakarta.persistence.") && !isCallback(name));
  }

  private static boolean isCallback(String annotation) {
    return annotation.startsWith("jakarta.persistence.Pre")
        || annotation.startsWith("jakarta.persistence.Post");
  }

  /**
   * @param has whether a class above has attributes
   */
  private List<Level> upwards(Level start, Predicate<ClassInfo> has) {
    List<Level> levels = new ArrayList<>();
    levels.add(withAccess(start));
    ClassInfo below = start.info();
    Map<String, Type> arguments = start.arguments();
    while (hasSuperclass(below)) {
      ClassInfo above = above(below);
      if (classes.has(above, Vocabulary.ENTITY)) {
        break;
      }
      arguments = arguments(below.superClassType(), above, arguments);
      if (has.test(above)) {
        levels.add(0, withAccess(new Level(above, arguments, start.getters(), start.embedded())));
      }
      below = above;
    }
    return levels;
  }

  /** The level with the access that its class says itself. */
  private Level withAccess(Level level) {
    boolean getters =
        classes
            .annotation(level.info(), Vocabulary.ACCESS)
            .flatMap(access -> Values.constant(access, "value"))
            .map(PROPERTY::equals)
            .orElse(level.getters());
    return new Level(level.info(), level.arguments(), getters, level.embedded());
  }

  private static boolean hasSuperclass(ClassInfo info) {
    return info.superName() != null
        && !info.superName().equals(OBJECT)
        && !info.superName().equals(RECORD);
  }

  private ClassInfo above(ClassInfo info) {
    return classes.get(info.superName(), "the superclass of " + info.name());
  }

  private static Map<String, Type> arguments(Type type, ClassInfo of, Map<String, Type> known) {
    if (!(type instanceof ParameterizedType parameterized)) {
      return Map.of();
    }
    Level around = new Level(of, known, false, false);
    Map<String, Type> arguments = new HashMap<>();
    List<TypeVariable> parameters = of.typeParameters();
    for (int index = 0; index < parameters.size(); index++) {
      arguments.put(
          parameters.get(index).identifier(), around.resolve(parameterized.arguments().get(index)));
    }
    return arguments;
  }
}
