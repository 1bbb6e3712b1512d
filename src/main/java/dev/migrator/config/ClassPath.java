package dev.migrator.config;

import dev.migrator.config.Values.Value;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Where the compiled classes are: directories, jars, globs, and files that list such. */
public final class ClassPath {

  private final List<Value> entries;
  private final Path base;

  ClassPath(List<Value> entries, Path base) {
    this.entries = List.copyOf(entries);
    this.base = base;
  }

  /** Whether there is no entry: no model is configured. */
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /**
   * The directories and jars, in order, each once.
   *
   * @throws ConfigurationException if one is missing, or a glob matches nothing
   */
  public List<Path> paths() {
    Set<Path> paths = new LinkedHashSet<>();
    entries.forEach(entry -> paths.addAll(expand(entry)));
    return List.copyOf(paths);
  }

  private List<Path> expand(Value entry) {
    String text = entry.text();
    if (text.startsWith("@")) {
      return listed(entry, base.resolve(text.substring(1)));
    }
    if (text.matches(".*[*?\\[{].*")) {
      return matching(entry);
    }
    return List.of(existing(entry, base.resolve(text)));
  }

  private static Path existing(Value entry, Path path) {
    if (!Files.exists(path)) {
      throw new ConfigurationException(
          entry.at(),
          "models.classpath: %s does not exist. Compile the model first, or correct the entry."
              .formatted(path));
    }
    return path;
  }

  /** A file as {@code mvn dependency:build-classpath} writes it: one line, or a line each. */
  private List<Path> listed(Value entry, Path list) {
    try {
      return Files.readString(existing(entry, list))
          .lines()
          .flatMap(line -> Arrays.stream(line.split(File.pathSeparator)))
          .map(String::strip)
          .filter(path -> !path.isEmpty())
          .map(path -> existing(entry, base.resolve(path)))
          .toList();
    } catch (IOException unreadable) {
      throw new ConfigurationException(
          entry.at(), "models.classpath: %s cannot be read".formatted(list), unreadable);
    }
  }

  private List<Path> matching(Value entry) {
    String pattern = entry.text();
    int wildcard = pattern.replaceFirst("[*?\\[{].*", "").lastIndexOf('/');
    Path start = base.resolve(pattern.substring(0, Math.max(wildcard, 0)));
    PathMatcher matcher =
        FileSystems.getDefault()
            .getPathMatcher("glob:" + base.resolve("x").resolveSibling(pattern).normalize());
    try (Stream<Path> files = Files.exists(start) ? Files.walk(start) : Stream.empty()) {
      List<Path> found = files.filter(path -> matcher.matches(path.normalize())).sorted().toList();
      if (found.isEmpty()) {
        throw new ConfigurationException(
            entry.at(), "models.classpath: nothing matches %s".formatted(pattern));
      }
      return found;
    } catch (IOException unreadable) {
      throw new ConfigurationException(
          entry.at(), "models.classpath: %s cannot be read".formatted(start), unreadable);
    }
  }
}
