package dev.migrator.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.Declaration;
import org.jboss.jandex.DotName;
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
    return upwards(new Level(entity, Map.of(), getters, false));
  }

  /** The class of an embeddable and its mapped superclasses, the topmost first. */
  List<Level> ofEmbeddable(ClassInfo embeddable, Type type, boolean getters) {
    return upwards(new Level(embeddable, arguments(type, embeddable, Map.of()), getters, true));
  }

  /**
   * Whether the attributes of a hierarchy are on getters: where the ids stand decides.
   *
   * @see <a
   *     href="https://jakarta.ee/specifications/persistence/3.2/jakarta-persistence-spec-3.2#a113">JPA:
   *     default access type</a>
   * @throws ModelException if there is no id
   */
  boolean idsAreOnGetters(ClassInfo root) {
    for (Level level : ofEntity(root, false)) {
      if (level.info().fields().stream().anyMatch(this::isId)) {
        return false;
      }
      if (level.info().methods().stream().anyMatch(this::isId)) {
        return true;
      }
    }
    throw new ModelException(
        root.name().toString(), "the entity has no @Id. Mark the attribute that is its key.");
  }

  private boolean isId(Declaration declaration) {
    return classes.has(declaration, Vocabulary.ID)
        || classes.has(declaration, Vocabulary.EMBEDDED_ID);
  }

  private List<Level> upwards(Level start) {
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
      if (classes.has(above, Vocabulary.MAPPED_SUPERCLASS)) {
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
