package dev.migrator.entity;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a model's classes are and how they are read.
 *
 * @param classpath directories and jars, searched in this order
 * @param packages the packages whose entities are the model: exact names, or patterns in which
 *     {@code *} stands for one part of a name and {@code **} for any number of parts; without
 *     packages and classes, all directories are searched
 * @param classes entities named one by one
 * @param persistenceUnit the unit of {@code META-INF/persistence.xml} whose entities are the model,
 *     where neither packages nor classes are named; empty stands for all
 * @param mappingFiles mapping files beside those that are found by themselves, by their names on
 *     the class path
 * @param exclude classes that are no part of the model: names or patterns of names
 * @param naming how tables and columns are named; empty stands for what the settings of the
 *     persistence provider say, and without them for JPA's names
 * @param nullability where nullability is read from
 * @param schema the schema that names without one are in, where it is not the database's own choice
 */
public record EntitySource(
    List<Path> classpath,
    List<String> packages,
    List<String> classes,
    Optional<String> persistenceUnit,
    List<String> mappingFiles,
    List<String> exclude,
    Optional<Naming> naming,
    Set<NullabilityRule> nullability,
    Optional<String> schema) {

  public EntitySource {
    classpath = List.copyOf(classpath);
    packages = List.copyOf(packages);
    classes = List.copyOf(classes);
    mappingFiles = List.copyOf(mappingFiles);
    exclude = List.copyOf(exclude);
    nullability = Set.copyOf(nullability);
  }

  /** A model that is in packages or named class by class. */
  public EntitySource(
      List<Path> classpath,
      List<String> packages,
      List<String> classes,
      List<String> exclude,
      Naming naming,
      Set<NullabilityRule> nullability) {
    this(
        classpath,
        packages,
        classes,
        Optional.empty(),
        List.of(),
        exclude,
        Optional.of(naming),
        nullability,
        Optional.empty());
  }
}
