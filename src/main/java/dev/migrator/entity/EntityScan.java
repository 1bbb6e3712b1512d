package dev.migrator.entity;

import dev.migrator.entity.classpath.ClassPath;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;

/** Finds the entities that are the model. */
final class EntityScan {

  private static final String ENTITY_DESCRIPTOR = "Ljakarta/persistence/Entity;";
  private static final String OLD_ENTITY_DESCRIPTOR = "Ljavax/persistence/Entity;";
  private static final String CONVERTER_DESCRIPTOR = "Ljakarta/persistence/Converter;";

  private final ClassPath classpath;
  private final Classes classes;

  EntityScan(ClassPath classpath, Classes classes) {
    this.classpath = classpath;
    this.classes = classes;
  }

  /**
   * The entities of the packages and those named one by one, less those excluded, by name. Without
   * either, those of all directories.
   *
   * @throws NoEntityFoundException if there is none, or a package has no class file at all
   * @throws MissingClassException if one that is named is not there
   */
  Map<DotName, ClassInfo> entities(EntitySource source) {
    Map<DotName, ClassInfo> entities = new TreeMap<>();
    List<NamePattern> excluded = patterns(source.exclude());
    List<String> found =
        candidates(source).stream()
            .filter(name -> excluded.stream().noneMatch(pattern -> isIn(pattern, name)))
            .toList();
    found.stream().flatMap(this::ifEntity).forEach(entity -> entities.put(entity.name(), entity));
    for (String name : source.classes()) {
      ClassInfo named = classes.get(DotName.createSimple(name), "named under models.classes");
      if (!isEntity(named)) {
        throw new ModelException(
            name, "this class is named under models.classes and has no @Entity.");
      }
      entities.put(named.name(), named);
    }
    if (entities.isEmpty()) {
      boolean oldNamespace =
          found.stream()
              .anyMatch(name -> classes.findMentioning(OLD_ENTITY_DESCRIPTOR, name).isPresent());
      throw new NoEntityFoundException(source, found.size(), oldNamespace);
    }
    found.forEach(this::refuseConverter);
    return entities;
  }

  /** Where nothing is named, the project's own classes; jars hold those of others. */
  private List<String> candidates(EntitySource source) {
    if (source.packages().isEmpty() && source.classes().isEmpty()) {
      return List.copyOf(classpath.ownClasses());
    }
    List<String> found = classesIn(classpath, patterns(source.packages()));
    source.packages().forEach(wanted -> requireClasses(wanted, found));
    return found;
  }

  /** A package that is misspelt, or not compiled, must not read as one without entities. */
  private void requireClasses(String wanted, List<String> found) {
    NamePattern pattern = new NamePattern(wanted);
    if (found.stream().map(ClassPath::packageOf).noneMatch(pattern::matches)) {
      throw NoEntityFoundException.emptyPackage(
          wanted, pattern.nearest(packages()), classpath.paths());
    }
  }

  /** The names of all classes in packages that match. */
  static List<String> classesIn(ClassPath classpath, List<NamePattern> packages) {
    return packages.stream()
        .flatMap(
            wanted ->
                classpath.classesBelow(wanted.fixedPart()).stream()
                    .filter(name -> wanted.matches(ClassPath.packageOf(name))))
        .distinct()
        .sorted()
        .toList();
  }

  private Set<String> packages() {
    return classpath.classesBelow("").stream()
        .map(ClassPath::packageOf)
        .collect(Collectors.toSet());
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

  /** One that applies by itself would change the types of members that do not name it. */
  private void refuseConverter(String name) {
    classes
        .findMentioning(CONVERTER_DESCRIPTOR, name)
        .flatMap(info -> classes.annotation(info, Vocabulary.jpa("Converter")))
        .flatMap(converter -> Values.flag(converter, "autoApply"))
        .filter(applies -> applies)
        .ifPresent(
            applies -> {
              throw new UnreadMappingException(name, "@Converter(autoApply = true)");
            });
  }
}
