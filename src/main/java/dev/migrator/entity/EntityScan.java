package dev.migrator.entity;

import dev.migrator.entity.classpath.ClassPath;
import dev.migrator.entity.orm.Mappings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;

/** Finds the entities that are the model. */
final class EntityScan {

  /** How the descriptors of JPA's annotations begin, in the constants of a class that has one. */
  private static final String DESCRIPTORS = "Ljakarta/persistence/";

  /** How the names of Hibernate's annotations end that register something for the whole model. */
  private static final String REGISTRATION = "Registration";

  private static final String OLD_ENTITY_DESCRIPTOR = "Ljavax/persistence/Entity;";

  /** What may be named beside entities. */
  private static final List<DotName> OTHERS =
      List.of(Vocabulary.MAPPED_SUPERCLASS, Vocabulary.EMBEDDABLE, Vocabulary.jpa("Converter"));

  private final Classes classes;
  private final EntitySource source;
  private final Exclusions exclusions;

  /** The classes named one by one that are not excluded, with what names them. */
  private final Map<String, String> named;

  private final List<ModelWarning> warnings;

  /** The names of the searched classes that are not excluded. */
  private final List<String> searched;

  /** Those of them that JPA's annotations or a mapping file may say something of. */
  private final List<ClassInfo> candidates;

  EntityScan(Classes classes, EntitySource source, ModelScope scope, Mappings mappings) {
    this.classes = classes;
    this.source = source;
    this.exclusions = new Exclusions(source.exclude());
    this.searched = scope.searched().stream().filter(exclusions::keep).toList();
    this.named = new LinkedHashMap<>(scope.named());
    this.named.keySet().removeIf(name -> !exclusions.keep(name));
    Set<String> all = new TreeSet<>(scope.searched());
    all.addAll(scope.named().keySet());
    all.addAll(mappings.classes());
    this.warnings = exclusions.warnings(all);
    this.candidates =
        Stream.concat(
                searched.stream()
                    .flatMap(
                        name ->
                            classes
                                .findMentioning(List.of(DESCRIPTORS, REGISTRATION), name)
                                .stream()),
                mappings.classes().stream()
                    .filter(exclusions::keep)
                    .map(
                        name ->
                            classes.get(
                                DotName.createSimple(name),
                                "mapped at " + mappings.location(name))))
            .distinct()
            .toList();
  }

  /**
   * The entities among the searched classes, those named one by one and those in mapping files,
   * less those excluded, by name.
   *
   * @throws NoEntityFoundException if there is none
   * @throws MissingClassException if one that is named is not there
   */
  Map<DotName, ClassInfo> entities() {
    Map<DotName, ClassInfo> entities = new TreeMap<>();
    candidates.stream()
        .filter(this::isEntity)
        .forEach(entity -> entities.put(entity.name(), entity));
    Problems problems = new Problems();
    named.forEach(
        (name, usedBy) ->
            problems.gather(
                () ->
                    named(name, usedBy).ifPresent(entity -> entities.put(entity.name(), entity))));
    problems.throwAll();
    if (entities.isEmpty()) {
      boolean oldNamespace =
          searched.stream()
              .anyMatch(
                  name -> classes.findMentioning(List.of(OLD_ENTITY_DESCRIPTOR), name).isPresent());
      throw new NoEntityFoundException(source, searched.size(), named.keySet(), oldNamespace);
    }
    return entities;
  }

  /** What the configuration leaves out in vain. */
  List<ModelWarning> warnings() {
    return warnings;
  }

  /** The embeddables among the searched classes. */
  List<ClassInfo> embeddables() {
    return candidates.stream().filter(info -> classes.has(info, Vocabulary.EMBEDDABLE)).toList();
  }

  /** A persistence unit also names embeddables, superclasses and converters. */
  private Optional<ClassInfo> named(String name, String usedBy) {
    ClassInfo named = classes.named(name, usedBy);
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

  private boolean isEntity(ClassInfo info) {
    return classes.has(info, Vocabulary.ENTITY);
  }

  /**
   * The converters that apply by themselves to the attributes of their type, among the searched
   * classes and those named one by one.
   */
  List<ClassInfo> converters() {
    return candidatesAndNamed().filter(this::appliesByItself).toList();
  }

  /** The classes and packages that register something for the whole model. */
  Registrations registrations() {
    return new Registrations(classes, candidatesAndNamed().toList());
  }

  private Stream<ClassInfo> candidatesAndNamed() {
    return Stream.concat(
            candidates.stream(),
            named.entrySet().stream()
                .map(each -> classes.get(DotName.createSimple(each.getKey()), each.getValue())))
        .distinct();
  }

  private boolean appliesByItself(ClassInfo info) {
    return classes
        .annotation(info, Vocabulary.jpa("Converter"))
        .flatMap(converter -> Values.flag(converter, "autoApply"))
        .orElse(false);
  }
}
