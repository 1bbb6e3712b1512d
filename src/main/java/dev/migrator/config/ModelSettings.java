package dev.migrator.config;

import java.util.List;

/**
 * Where the model is and how it is read. Without a class path there is no model.
 *
 * @param classPath where the compiled classes are
 * @param packages the packages that hold entities; {@code **} stands for any depth
 * @param classes the entities by name, in place of packages
 * @param exclude packages and classes to leave out
 * @param naming how tables and columns are named where the model does not say
 * @param nullability what tells whether a column takes NULL: {@code jpa}, {@code validation},
 *     {@code jspecify}
 */
public record ModelSettings(
    ClassPath classPath,
    List<String> packages,
    List<String> classes,
    List<String> exclude,
    NamingSettings naming,
    List<String> nullability) {

  public ModelSettings {
    packages = List.copyOf(packages);
    classes = List.copyOf(classes);
    exclude = List.copyOf(exclude);
    nullability = List.copyOf(nullability);
  }
}
