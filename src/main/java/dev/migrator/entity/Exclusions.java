package dev.migrator.entity;

import dev.migrator.entity.classpath.ClassPath;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What is no part of the model, although it is where the model is. */
final class Exclusions {

  private final List<String> entries;

  /**
   * @param entries names or patterns of packages and classes
   */
  Exclusions(List<String> entries) {
    this.entries = entries;
  }

  /** Whether a class is left in the model. */
  boolean keep(String className) {
    return entries.stream().noneMatch(entry -> matches(entry, className));
  }

  private static boolean matches(String entry, String className) {
    NamePattern pattern = new NamePattern(entry);
    return pattern.matches(className) || pattern.matches(ClassPath.packageOf(className));
  }

  /**
   * A warning for each entry that leaves nothing out.
   *
   * @param classes the names of all classes where the model is
   */
  List<ModelWarning> warnings(Set<String> classes) {
    return entries.stream()
        .filter(entry -> classes.stream().noneMatch(name -> matches(entry, name)))
        .map(entry -> new ModelWarning("models.exclude", sentence(entry, classes)))
        .toList();
  }

  private static String sentence(String entry, Set<String> classes) {
    Set<String> names = new TreeSet<>(classes);
    classes.forEach(name -> names.add(ClassPath.packageOf(name)));
    return "%s is no class or package of the model, so the entry leaves nothing out. %s"
        .formatted(
            entry,
            new NamePattern(entry)
                .nearest(names)
                .map("Did you mean %s?"::formatted)
                .orElse("Correct or remove it."));
  }
}
