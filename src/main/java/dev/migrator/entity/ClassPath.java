package dev.migrator.entity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipException;

/** The directories and jars that class files are found in. Jars are opened when first needed. */
final class ClassPath implements AutoCloseable {

  private static final String SUFFIX = ".class";

  private final List<Path> paths;
  private final List<Entry> entries = new ArrayList<>();

  /**
   * @throws MissingClassPathEntryException if an entry does not exist
   */
  ClassPath(List<Path> paths) {
    this.paths = paths;
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new MissingClassPathEntryException(path);
      }
      entries.add(Files.isDirectory(path) ? new Directory(path) : new Jar(path));
    }
  }

  /** The entries in one line of a message. */
  static String listing(List<Path> paths) {
    return paths.isEmpty()
        ? "which is empty"
        : paths.stream().map(Path::toString).collect(Collectors.joining(", "));
  }

  List<Path> paths() {
    return paths;
  }

  /** The file of a class, from the first entry that has it. */
  Optional<ClassFile> find(String className) {
    String file = className.replace('.', '/') + SUFFIX;
    return entries.stream().flatMap(entry -> entry.find(file).stream()).findFirst();
  }

  /** The file of a class in the root of the entry that another class is in. */
  Optional<ClassFile> findBeside(String className, String rootClass) {
    String file = className.replace('.', '/') + SUFFIX;
    return entries.stream()
        .filter(entry -> entry.has(file))
        .findFirst()
        .flatMap(entry -> entry.find(rootClass + SUFFIX));
  }

  /** The names of all classes in packages that match. */
  List<String> classesIn(List<NamePattern> packages) {
    return classes(
        entries.stream()
            .flatMap(
                entry ->
                    packages.stream()
                        .flatMap(wanted -> entry.list(wanted.fixedPart().replace('.', '/')))),
        inOneOf(packages));
  }

  /** The packages that hold classes. */
  Set<String> packages() {
    return classes(entries.stream().flatMap(entry -> entry.list("")), any -> true).stream()
        .map(ClassPath::packageOf)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The package of a class; empty for the one without a name. */
  static String packageOf(String className) {
    return className.substring(0, Math.max(0, className.lastIndexOf('.')));
  }

  /** The names of all classes outside of jars. */
  List<String> classesInDirectories() {
    return classes(
        entries.stream()
            .filter(entry -> entry instanceof Directory)
            .flatMap(entry -> entry.list("")),
        any -> true);
  }

  private static List<String> classes(Stream<String> files, Predicate<String> wanted) {
    return files
        .distinct()
        .filter(file -> file.endsWith(SUFFIX))
        .map(file -> file.substring(0, file.length() - SUFFIX.length()).replace('/', '.'))
        .filter(wanted)
        .sorted()
        .toList();
  }

  private static Predicate<String> inOneOf(List<NamePattern> packages) {
    return name -> packages.stream().anyMatch(wanted -> wanted.matches(packageOf(name)));
  }

  @Override
  public void close() {
    entries.forEach(Entry::close);
  }

  /** A directory or a jar. File names have slashes. */
  private interface Entry {

    boolean has(String file);

    Optional<ClassFile> find(String file);

    /** The files in and below a folder. */
    Stream<String> list(String folder);

    void close();
  }

  private record Directory(Path root) implements Entry {

    @Override
    public boolean has(String file) {
      return Files.isRegularFile(root.resolve(file));
    }

    @Override
    public Optional<ClassFile> find(String file) {
      Path path = root.resolve(file);
      try {
        return Files.isRegularFile(path)
            ? Optional.of(new ClassFile(path.toString(), Files.readAllBytes(path)))
            : Optional.empty();
      } catch (IOException failure) {
        throw UnreadableClassException.damaged(path.toString(), failure);
      }
    }

    @Override
    public Stream<String> list(String folder) {
      Path start = root.resolve(folder);
      if (!Files.isDirectory(start)) {
        return Stream.of();
      }
      try (Stream<Path> files = Files.walk(start)) {
        return files
            .map(file -> root.relativize(file).toString().replace('\\', '/'))
            .toList()
            .stream();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }

    @Override
    public void close() {}
  }

  private static final class Jar implements Entry {

    private final Path path;
    private Optional<JarFile> opened = Optional.empty();

    Jar(Path path) {
      this.path = path;
    }

    private JarFile file() {
      if (opened.isEmpty()) {
        try {
          opened = Optional.of(new JarFile(path.toFile(), false));
        } catch (ZipException notAJar) {
          throw path.toString().endsWith(".jar")
              ? UnreadableClassPathEntryException.damaged(path, notAJar)
              : UnreadableClassPathEntryException.otherKind(path, notAJar);
        } catch (IOException failure) {
          throw UnreadableClassPathEntryException.damaged(path, failure);
        }
      }
      return opened.get();
    }

    @Override
    public boolean has(String file) {
      return file().getJarEntry(file) != null;
    }

    @Override
    public Optional<ClassFile> find(String file) {
      JarEntry entry = file().getJarEntry(file);
      if (entry == null) {
        return Optional.empty();
      }
      String location = path + "!/" + file;
      try (InputStream input = file().getInputStream(entry)) {
        return Optional.of(new ClassFile(location, input.readAllBytes()));
      } catch (IOException failure) {
        throw UnreadableClassException.damaged(location, failure);
      }
    }

    @Override
    public Stream<String> list(String folder) {
      String prefix = folder.isEmpty() ? "" : folder + "/";
      return file().stream().map(JarEntry::getName).filter(name -> name.startsWith(prefix));
    }

    @Override
    public void close() {
      opened.ifPresent(
          jar -> {
            try {
              jar.close();
            } catch (IOException failure) {
              throw new UncheckedIOException(failure);
            }
          });
    }
  }
}
