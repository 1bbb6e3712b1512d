package dev.migrator.hibernate;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.boot.MetadataSources;

/** The classes that Hibernate is given: what a scan of the model's packages finds. */
final class ManagedClasses {

  private static final Set<String> MANAGED =
      Set.of(
          "jakarta.persistence.Entity",
          "jakarta.persistence.MappedSuperclass",
          "jakarta.persistence.Embeddable",
          "jakarta.persistence.Converter");

  private ManagedClasses() {}

  /** Adds them, and the packages that are annotated. */
  static void addTo(MetadataSources sources, JpaModel model, ClassLoader loader) {
    Set<String> names = new TreeSet<>(model.classes());
    if (model.classes().isEmpty() || !model.packages().isEmpty()) {
      model.classpath().forEach(entry -> names.addAll(names(entry, model)));
    }
    for (String name : names) {
      if (name.endsWith(".package-info")) {
        sources.addPackage(name.substring(0, name.lastIndexOf('.')));
      } else {
        load(name, loader)
            .filter(type -> model.classes().contains(name) || isManaged(type))
            .ifPresent(sources::addAnnotatedClass);
      }
    }
  }

  private static boolean isManaged(Class<?> type) {
    return Stream.of(type.getDeclaredAnnotations())
        .map(Annotation::annotationType)
        .anyMatch(annotation -> MANAGED.contains(annotation.getName()));
  }

  /** The class; empty if it is one of those around the entities that needs other libraries. */
  private static Optional<Class<?>> load(String name, ClassLoader loader) {
    try {
      return Optional.of(Class.forName(name, false, loader));
    } catch (NoClassDefFoundError other) {
      return Optional.empty();
    } catch (ClassNotFoundException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static Set<String> names(Path entry, JpaModel model) {
    try {
      if (Files.isDirectory(entry)) {
        return namesBelow(entry, model);
      }
      try (FileSystem jar = FileSystems.newFileSystem(entry)) {
        return namesBelow(jar.getPath("/"), model);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Set<String> namesBelow(Path root, JpaModel model) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString().replace(File.separatorChar, '/'))
          .filter(file -> file.endsWith(".class") && !file.startsWith("META-INF/"))
          .map(file -> file.substring(0, file.length() - ".class".length()).replace('/', '.'))
          .filter(name -> !name.endsWith("module-info"))
          .filter(name -> model.packages().isEmpty() || isIn(model.packages(), name))
          .filter(name -> !isIn(model.exclude(), name))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static boolean isIn(List<String> patterns, String name) {
    String packageName = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : "";
    String outermost = name.replaceFirst("\\$.*", "");
    return patterns.stream()
        .map(ManagedClasses::pattern)
        .anyMatch(
            pattern ->
                Stream.of(packageName, name, outermost)
                    .anyMatch(text -> pattern.matcher(text).matches()));
  }

  private static Pattern pattern(String text) {
    return Pattern.compile(text.replace(".**", "#").replace("*", "[^.]*").replace("#", "(\\..+)?"));
  }
}
