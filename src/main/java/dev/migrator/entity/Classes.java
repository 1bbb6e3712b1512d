package dev.migrator.entity;

import dev.migrator.entity.classpath.ClassPath;
import dev.migrator.entity.classpath.Resource;
import dev.migrator.entity.orm.Mappings;
import dev.migrator.problem.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.Declaration;
import org.jboss.jandex.DotName;

/** Class files, read one by one when they are needed, and never loaded. */
final class Classes {

  private final ClassPath classpath;
  private final Mappings mappings;
  private final Map<DotName, Optional<ClassInfo>> read = new HashMap<>();

  private final Map<String, ClassInfo> modules = new HashMap<>();

  Classes(ClassPath classpath, Mappings mappings) {
    this.classpath = classpath;
    this.mappings = mappings;
  }

  /** The class, if it is on the class path or a part of Java. */
  Optional<ClassInfo> find(DotName name) {
    Optional<ClassInfo> known = read.get(name);
    if (known == null) {
      known =
          classpath
              .findClass(name.toString())
              .or(() -> ofPlatform(name.toString()))
              .map(file -> new ClassFile(file).parse());
      read.put(name, known);
    }
    return known;
  }

  /** The file of a class that is on the class path or a part of Java. */
  Optional<byte[]> bytes(DotName name) {
    return classpath
        .findClass(name.toString())
        .or(() -> ofPlatform(name.toString()))
        .map(Resource::bytes);
  }

  /**
   * The class.
   *
   * @param usedBy what needs it, for the message
   * @throws MissingClassException if it is not there
   */
  ClassInfo get(DotName name, String usedBy) {
    return find(name)
        .orElseThrow(
            () ->
                new MissingClassException(
                    name.toString(), usedBy, classpath.paths(), Optional.empty()));
  }

  /**
   * A class that the configuration or a persistence unit names, where the name may be misspelt.
   *
   * @param namedBy what names it, for the message
   * @throws MissingClassException if it is not there
   */
  ClassInfo named(String name, String namedBy) {
    return find(DotName.createSimple(name))
        .orElseThrow(
            () ->
                new MissingClassException(
                    name, namedBy, classpath.paths(), nearest(name, classpath.classesBelow(""))));
  }

  /** The class of that name in another package, or one with a name like it in the same. */
  private static Optional<String> nearest(String name, Set<String> known) {
    String inPackage = name.substring(0, name.lastIndexOf('.') + 1);
    String simple = name.substring(inPackage.length());
    return known.stream()
        .filter(other -> other.endsWith("." + simple))
        .findFirst()
        .or(
            () ->
                Nearest.to(
                        simple,
                        known.stream()
                            .filter(
                                other ->
                                    ClassPath.packageOf(other).equals(ClassPath.packageOf(name)))
                            .map(other -> other.substring(inPackage.length()))
                            .toList())
                    .map(inPackage::concat));
  }

  /**
   * The class, if it is there and its constants hold one of some texts, as those of an annotated
   * class hold the annotation's name. The others of a package need not be parsed.
   */
  Optional<ClassInfo> findMentioning(List<String> texts, String className) {
    return classpath
        .findClass(className)
        .map(ClassFile::new)
        .filter(file -> texts.stream().anyMatch(file::mentions))
        .flatMap(
            file ->
                read.computeIfAbsent(
                    DotName.createSimple(className), name -> Optional.of(file.parse())));
  }

  /**
   * What a class, field or method is annotated with. All reading of annotations goes through here,
   * so that a mapping file can say otherwise than the bytecode.
   */
  Collection<AnnotationInstance> annotations(Declaration declaration) {
    return mappings.annotations(declaration);
  }

  /** The annotation of this name on a class, field or method. */
  Optional<AnnotationInstance> annotation(Declaration declaration, DotName name) {
    for (AnnotationInstance found : annotations(declaration)) {
      if (found.name().equals(name)) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  /** Whether a class, field or method has an annotation of this name. */
  boolean has(Declaration declaration, DotName name) {
    return annotation(declaration, name).isPresent();
  }

  /** The declaration of the package that a class is in, if it has annotations. */
  Optional<ClassInfo> packageOf(ClassInfo info) {
    return Optional.ofNullable(info.name().packagePrefix())
        .flatMap(name -> find(DotName.createSimple(name + ".package-info")));
  }

  /** The declaration of the module that the class belongs to. */
  Optional<ClassInfo> moduleOf(DotName className) {
    return classpath
        .findBeside(className.toString(), "module-info")
        .map(
            file ->
                modules.computeIfAbsent(file.location(), location -> new ClassFile(file).parse()));
  }

  /**
   * A class of Java itself, an enum such as {@code java.time.DayOfWeek}: its file, not the class.
   */
  private static Optional<Resource> ofPlatform(String name) {
    if (!name.startsWith("java.")) {
      return Optional.empty();
    }
    String file = name.replace('.', '/') + ".class";
    try (InputStream input = ClassLoader.getPlatformClassLoader().getResourceAsStream(file)) {
      return input == null
          ? Optional.empty()
          : Optional.of(new Resource(file, input.readAllBytes()));
    } catch (IOException failure) {
      throw UnreadableClassException.damaged(file, failure);
    }
  }
}
