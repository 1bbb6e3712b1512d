package dev.migrator.hibernate;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model that Migrator and Hibernate read alike.
 *
 * @param classpath the directories and jars that hold its classes
 * @param packages the packages of its classes, as under {@code models.packages}; none means all
 * @param classes its entities by name, in place of packages
 * @param exclude packages and classes that are left out
 * @param options the other keys of {@code models}: {@code naming}, {@code nullability}
 */
public record JpaModel(
    List<Path> classpath,
    List<String> packages,
    List<String> classes,
    List<String> exclude,
    Map<String, Object> options) {

  public JpaModel {
    classpath = List.copyOf(classpath);
    packages = List.copyOf(packages);
    classes = List.copyOf(classes);
    exclude = List.copyOf(exclude);
    options = Map.copyOf(options);
  }

  /** A model of all classes in a directory. */
  public static JpaModel of(Path directory, Map<String, Object> options) {
    return new JpaModel(List.of(directory), List.of(), List.of(), List.of(), options);
  }

  /** The block {@code models} of {@code migrator.yaml}. */
  Map<String, Object> configuration() {
    Map<String, Object> models = new LinkedHashMap<>(options);
    models.put(
        "classpath", classpath.stream().map(path -> path.toAbsolutePath().toString()).toList());
    putUnlessEmpty(models, "packages", packages);
    putUnlessEmpty(models, "classes", classes);
    putUnlessEmpty(models, "exclude", exclude);
    return models;
  }

  private static void putUnlessEmpty(Map<String, Object> models, String key, List<String> values) {
    if (!values.isEmpty()) {
      models.put(key, values);
    }
  }

  boolean isSpring() {
    return "spring".equals(options.get("naming"));
  }

  /** Whether the constraints of {@code jakarta.validation} shape the schema. */
  boolean isValidated() {
    return !(options.get("nullability") instanceof List<?> rules) || rules.contains("validation");
  }
}
