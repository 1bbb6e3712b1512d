package dev.migrator.entity;

import dev.migrator.entity.classpath.ClassPath;
import dev.migrator.entity.classpath.ClassRoot;
import dev.migrator.entity.classpath.Resource;
import dev.migrator.entity.orm.PersistenceUnit;
import dev.migrator.entity.orm.Setting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The classes and files that the model is in.
 *
 * @param searched the names of the classes among which the annotated ones are entities
 * @param named the names of the classes that are named one by one, with what names them
 * @param mappingFiles the mapping files
 * @param settings what is said to Hibernate beside the classes, what goes before first
 */
record ModelScope(
    Set<String> searched,
    Map<String, String> named,
    List<Resource> mappingFiles,
    List<Setting> settings) {

  private static final String MAPPING_FILE = "META-INF/orm.xml";

  /**
   * What the configuration names: packages and classes; without any, the persistence units, and
   * without such the project's own classes.
   *
   * @throws dev.migrator.problem.ProblemException if something that is named is not there
   */
  static ModelScope of(ClassPath classpath, EntitySource source) {
    List<ClassRoot> roots =
        classpath.ownRoots().isEmpty() ? classpath.allRoots() : classpath.ownRoots();
    List<PersistenceUnit> units = units(source.persistenceUnit(), roots, classpath);
    Map<String, String> named = new LinkedHashMap<>();
    source.classes().forEach(name -> named.put(name, "named under models.classes"));
    Set<String> searched = new TreeSet<>();
    if (!source.packages().isEmpty() || !source.classes().isEmpty()) {
      searched.addAll(inPackages(classpath, source.packages()));
    } else if (units.isEmpty()) {
      classpath.ownRoots().forEach(root -> searched.addAll(root.classes()));
    } else {
      for (PersistenceUnit unit : units) {
        unit.classes().forEach(name -> named.put(name, "named at " + unit.location()));
        roots(unit, classpath).forEach(root -> searched.addAll(root.classes()));
      }
    }
    return new ModelScope(
        searched, named, mappingFiles(classpath, source, roots, units), settings(roots, units));
  }

  private static List<Setting> settings(List<ClassRoot> roots, List<PersistenceUnit> units) {
    return Stream.concat(
            units.stream().flatMap(unit -> unit.settings().stream()),
            roots.stream().flatMap(Setting::in))
        .toList();
  }

  private static List<PersistenceUnit> units(
      Optional<String> wanted, List<ClassRoot> roots, ClassPath classpath) {
    if (wanted.isEmpty()) {
      return roots.stream().flatMap(PersistenceUnit::in).toList();
    }
    List<PersistenceUnit> all = classpath.allRoots().stream().flatMap(PersistenceUnit::in).toList();
    List<PersistenceUnit> found =
        all.stream().filter(unit -> unit.name().equals(wanted.get())).toList();
    if (found.isEmpty()) {
      Set<String> names = all.stream().map(PersistenceUnit::name).collect(Collectors.toSet());
      throw MissingFileException.unit(wanted.get(), names, classpath.paths());
    }
    return found;
  }

  /**
   * Where a unit's annotated classes are. Before it is packaged, the file may be in a directory of
   * resources, beside the directories of classes.
   */
  private static List<ClassRoot> roots(PersistenceUnit unit, ClassPath classpath) {
    Stream<ClassRoot> around =
        unit.root().isOwn() ? classpath.ownRoots().stream() : Stream.of(unit.root());
    Stream<ClassRoot> own = unit.listedOnly() ? Stream.of() : around;
    return Stream.concat(own, unit.jarFiles().stream().map(jar -> jarFile(jar, unit, classpath)))
        .toList();
  }

  /** It is named relative to where the unit will be packaged, so only its last part counts. */
  private static ClassRoot jarFile(String jar, PersistenceUnit unit, ClassPath classpath) {
    String name = jar.substring(jar.lastIndexOf('/') + 1);
    return classpath.allRoots().stream()
        .filter(root -> root.location().replace('\\', '/').endsWith("/" + name))
        .findFirst()
        .orElseThrow(() -> MissingFileException.jar(jar, unit.location(), classpath.paths()));
  }

  private static List<Resource> mappingFiles(
      ClassPath classpath,
      EntitySource source,
      List<ClassRoot> roots,
      List<PersistenceUnit> units) {
    Map<String, Resource> files = new LinkedHashMap<>();
    Stream<ClassRoot> holders =
        units.isEmpty()
            ? roots.stream()
            : units.stream()
                .flatMap(
                    unit ->
                        Stream.concat(
                            Stream.of(unit.root()),
                            unit.jarFiles().stream().map(jar -> jarFile(jar, unit, classpath))));
    holders
        .flatMap(root -> root.find(MAPPING_FILE).stream())
        .forEach(file -> files.putIfAbsent(file.location(), file));
    for (PersistenceUnit unit : units) {
      for (String name : unit.mappingFiles()) {
        Resource file =
            unit.root()
                .find(name)
                .or(() -> classpath.find(name))
                .orElseThrow(
                    () ->
                        MissingFileException.mappingFile(name, unit.location(), classpath.paths()));
        files.putIfAbsent(file.location(), file);
      }
    }
    for (String name : source.mappingFiles()) {
      Resource file =
          classpath
              .find(name)
              .orElseThrow(
                  () ->
                      MissingFileException.mappingFile(
                          name, "models.mapping_files", classpath.paths()));
      files.putIfAbsent(file.location(), file);
    }
    return List.copyOf(files.values());
  }

  private static Set<String> inPackages(ClassPath classpath, List<String> packages) {
    Set<String> found =
        EntityScan.classesIn(classpath, packages.stream().map(NamePattern::new).toList());
    packages.forEach(wanted -> requireClasses(classpath, wanted, found));
    return found;
  }

  /** A package that is misspelt, or not compiled, must not read as one without entities. */
  private static void requireClasses(ClassPath classpath, String wanted, Set<String> found) {
    NamePattern pattern = new NamePattern(wanted);
    if (found.stream().map(ClassPath::packageOf).noneMatch(pattern::matches)) {
      Set<String> packages =
          classpath.classesBelow("").stream().map(ClassPath::packageOf).collect(Collectors.toSet());
      throw NoEntityFoundException.emptyPackage(
          wanted, pattern.nearest(packages), classpath.paths());
    }
  }
}
