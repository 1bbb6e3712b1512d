package dev.migrator.entity;

import dev.migrator.entity.classpath.ClassPath;
import dev.migrator.entity.orm.Mappings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;

/** Finds the entities that are the model. */
final class EntityScan {

  private static final String ENTITY_DESCRIPTOR = "Ljakarta/persistence/Entity;";
  private static final String OLD_ENTITY_DESCRIPTOR = "Ljavax/persistence/Entity;";
  private static final String EMBEDDABLE_DESCRIPTOR = "Ljakarta/persistence/Embeddable;";

  /** How the names of Hibernate's annotations end, in the singular and the plural. */
  private static final String REGISTRATION = "Registration";

  private static final String CONVERTER_DESCRIPTOR = "Ljakarta/persistence/Converter;";

  /** What may be named beside entities. */
  private static final List<DotName> OTHERS =
      List.of(Vocabulary.MAPPED_SUPERCLASS, Vocabulary.EMBEDDABLE, Vocabulary.jpa("Converter"));

  private final Classes classes;

  EntityScan(Classes classes) {
    this.classes = classes;
  }

  /**
   * The entities among the searched classes, those named one by one and those in mapping files,
   * less those excluded, by name.
   *
   * @throws NoEntityFoundException if there is none
   * @throws MissingClassException if one that is named is not there
   */
  Map<DotName, ClassInfo> entities(EntitySource source, ModelScope scope, Mappings mappings) {
    Map<DotName, ClassInfo> entities = new TreeMap<>();
    Predicate<String> wanted = isWanted(source);
    List<String> found = scope.searched().stream().filter(wanted).toList();
    found.stream().flatMap(this::ifEntity).forEach(entity -> entities.put(entity.name(), entity));
    scope
        .named()
        .forEach(
            (name, usedBy) ->
                named(name, usedBy).ifPresent(entity -> entities.put(entity.name(), entity)));
    for (String name : mappings.entities()) {
      if (wanted.test(name)) {
        DotName entity = DotName.createSimple(name);
        entities.put(entity, classes.get(entity, "mapped at " + mappings.location(name)));
      }
    }
    if (entities.isEmpty()) {
      boolean oldNamespace =
          found.stream()
              .anyMatch(name -> classes.findMentioning(OLD_ENTITY_DESCRIPTOR, name).isPresent());
      throw new NoEntityFoundException(source, found.size(), oldNamespace);
    }
    return entities;
  }

  /** The embeddables among the searched classes. */
  List<ClassInfo> embeddables(ModelScope scope) {
    return scope.searched().stream()
        .flatMap(name -> classes.findMentioning(EMBEDDABLE_DESCRIPTOR, name).stream())
        .filter(info -> classes.has(info, Vocabulary.EMBEDDABLE))
        .toList();
  }

  /** A persistence unit also names embeddables, superclasses and converters. */
  private Optional<ClassInfo> named(String name, String usedBy) {
    ClassInfo named = classes.get(DotName.createSimple(name), usedBy);
    if (isEntity(named)) {
      return Optional.of(named);
    }
    if (OTHERS.stream().noneMatch(other -> classes.has(named, other))) {
      throw new ModelException(name, "this class is %s and has no @Entity.".formatted(usedBy));
    }
    return Optional.empty();
  }

  /** The names of all classes in packages that match. */
  static Set<String> classesIn(ClassPath classpath, List<NamePattern> packages) {
    Set<String> found = new TreeSet<>();
    for (NamePattern wanted : packages) {
      classpath.classesBelow(wanted.fixedPart()).stream()
          .filter(name -> wanted.matches(ClassPath.packageOf(name)))
          .forEach(found::add);
    }
    return found;
  }

  private static Predicate<String> isWanted(EntitySource source) {
    List<NamePattern> excluded = patterns(source.exclude());
    return name -> excluded.stream().noneMatch(pattern -> isIn(pattern, name));
  }

  private static List<NamePattern> patterns(List<String> texts) {
    return texts.stream().map(NamePattern::new).toList();
  }

  private static boolean isIn(NamePattern pattern, String className) {
    return pattern.matches(className) || pattern.matches(ClassPath.packageOf(className));
  }

  private Stream<ClassInfo> ifEntity(String name) {
    return classes.findMentioning(ENTITY_DESCRIPTOR, name).filter(this::isEntity).stream();
  }

  private boolean isEntity(ClassInfo info) {
    return classes.has(info, Vocabulary.ENTITY);
  }

  /**
   * The converters that apply by themselves to the attributes of their type, among the searched
   * classes and those named one by one.
   */
  List<ClassInfo> converters(EntitySource source, ModelScope scope) {
    return mentioning(CONVERTER_DESCRIPTOR, source, scope).filter(this::appliesByItself).toList();
  }

  /** The classes and packages that register something for the whole model. */
  Registrations registrations(EntitySource source, ModelScope scope) {
    return new Registrations(classes, mentioning(REGISTRATION, source, scope).toList());
  }

  private Stream<ClassInfo> mentioning(String text, EntitySource source, ModelScope scope) {
    return Stream.concat(
            scope.searched().stream().filter(isWanted(source)), scope.named().keySet().stream())
        .distinct()
        .flatMap(name -> classes.findMentioning(text, name).stream());
  }

  private boolean appliesByItself(ClassInfo info) {
    return classes
        .annotation(info, Vocabulary.jpa("Converter"))
        .flatMap(converter -> Values.flag(converter, "autoApply"))
        .orElse(false);
  }
}
