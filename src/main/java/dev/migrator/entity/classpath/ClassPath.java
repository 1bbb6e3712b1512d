package dev.migrator.entity.classpath;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The directories and jars that class files are found in, and the jars in these jars. */
public final class ClassPath implements AutoCloseable {

  private static final String SUFFIX = ".class";

  private final List<Path> paths;
  private final List<ClassPathEntry> entries = new ArrayList<>();
  private final Set<Path> known = new HashSet<>();

  /** What the manifests of jars add, once it was looked for. */
  private Optional<List<ClassPathEntry>> added = Optional.empty();

  /**
   * @throws dev.migrator.problem.ProblemException if an entry does not exist
   */
  public ClassPath(List<Path> paths) {
    this.paths = List.copyOf(paths);
    for (Path path : paths) {
      if (known.add(ClassPathEntry.identity(path))) {
        entries.add(new ClassPathEntry(path));
      }
    }
  }

  /** The entries as they were given. */
  public List<Path> paths() {
    return paths;
  }

  /** The file of a class, from the first entry that has it. */
  public Optional<Resource> findClass(String className) {
    return find(file(className));
  }

  /** A file, from the first entry that has it. */
  public Optional<Resource> find(String file) {
    return roots().flatMap(root -> root.find(file).stream()).findFirst();
  }

  /** The file of a class in the root of the entry that another class is in. */
  public Optional<Resource> findBeside(String className, String rootClass) {
    String file = file(className);
    return roots()
        .filter(root -> root.has(file))
        .findFirst()
        .flatMap(root -> root.find(rootClass + SUFFIX));
  }

  /** The names of all classes in a package and below it; an empty name stands for all. */
  public Set<String> classesBelow(String packageName) {
    String folder = packageName.replace('.', '/');
    return classes(roots().flatMap(root -> root.list(folder)));
  }

  /**
   * The places that were compiled here: the directories, or the applications where there is none.
   * Libraries have entities and files of their own, which are no part of the model.
   */
  public List<ClassRoot> ownRoots() {
    List<ClassRoot> directories =
        entries.stream()
            .filter(ClassPathEntry::isDirectory)
            .flatMap(ClassPathEntry::roots)
            .toList();
    return directories.isEmpty() ? roots().filter(ClassRoot::isOwn).toList() : directories;
  }

  /** All places where packages begin. */
  public List<ClassRoot> allRoots() {
    return roots().toList();
  }

  /** The package of a class; empty for the one without a name. */
  public static String packageOf(String className) {
    return className.substring(0, Math.max(0, className.lastIndexOf('.')));
  }

  private static String file(String className) {
    return className.replace('.', '/') + SUFFIX;
  }

  static Set<String> classes(Stream<String> files) {
    return files
        .filter(file -> file.endsWith(SUFFIX))
        .map(file -> file.substring(0, file.length() - SUFFIX.length()).replace('/', '.'))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** In the order in which they are searched; an entry is opened when a search gets there. */
  private Stream<ClassRoot> roots() {
    return Stream.concat(entries.stream(), Stream.of(this).flatMap(self -> self.added().stream()))
        .flatMap(ClassPathEntry::roots);
  }

  private List<ClassPathEntry> added() {
    if (added.isEmpty()) {
      List<ClassPathEntry> found = new ArrayList<>(entries);
      for (int index = 0; index < found.size(); index++) {
        found.get(index).following(known).forEach(found::add);
      }
      added = Optional.of(List.copyOf(found.subList(entries.size(), found.size())));
    }
    return added.get();
  }

  @Override
  public void close() {
    entries.forEach(ClassPathEntry::close);
    added.ifPresent(more -> more.forEach(ClassPathEntry::close));
  }
}
