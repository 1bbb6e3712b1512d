package dev.migrator.config;

import java.util.List;
import java.util.Optional;

/**
 * Where the model is and how it is read. Without a class path there is no model.
 *
 * @param classPath where the compiled classes are
 * @param packages the packages that hold entities; {@code **} stands for any depth
 * @param classes the entities by name, in place of packages
 * @param persistenceUnit the unit of persistence.xml whose entities are the model, where neither
 *     packages nor classes are given
 * @param mappingFiles mapping files beside those that are found by themselves
 * @param exclude packages and classes to leave out
 * @param naming how tables and columns are named where the model does not say; empty where that is
 *     left to the settings of the persistence provider
 * @param nullability what tells whether a column takes NULL: {@code jpa}, {@code validation},
 *     {@code jspecify}
 * @param strict whether a warning about the model is an error
 */
public record ModelSettings(
    ClassPath classPath,
    List<String> packages,
    List<String> classes,
    Optional<String> persistenceUnit,
    List<String> mappingFiles,
    List<String> exclude,
    Optional<NamingSettings> naming,
    List<String> nullability,
    boolean strict) {

  public ModelSettings {
    packages = List.copyOf(packages);
    classes = List.copyOf(classes);
    mappingFiles = List.copyOf(mappingFiles);
    exclude = List.copyOf(exclude);
    nullability = List.copyOf(nullability);
  }
}
