package dev.migrator.entity.classpath;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * An archive of classes with what it says of itself. One that is a whole application, as Spring
 * Boot packs it or a servlet container takes it, holds its classes in a folder and its libraries as
 * jars.
 *
 * @see <a href="https://docs.spring.io/spring-boot/specification/executable-jar/">Spring Boot: the
 *     executable jar format</a>
 */
final class Jar {

  private static final String MANIFEST = "META-INF/MANIFEST.MF";
  private static final List<String> APPLICATIONS = List.of("BOOT-INF/", "WEB-INF/");
  private static final List<String> LIBRARIES = List.of("lib/", "lib-provided/");

  private final String location;
  private final Archive archive;
  private final Attributes manifest;
  private final ClassRoot root;
  private final Optional<String> application;
  private final List<Jar> libraries = new ArrayList<>();
  private boolean librariesOpened;

  /**
   * @param location where it is, for messages
   */
  Jar(String location, Archive archive) throws IOException {
    this.location = location;
    this.archive = archive;
    this.manifest = manifest(archive);
    this.application =
        APPLICATIONS.stream()
            .filter(
                folder ->
                    archive.names().stream().anyMatch(name -> name.startsWith(folder + "classes/")))
            .findFirst();
    this.root =
        new ArchiveRoot(
            location,
            archive,
            application.map(folder -> folder + "classes/").orElse(""),
            application.isPresent(),
            application.isEmpty()
                && Boolean.parseBoolean(manifest.getValue(Attributes.Name.MULTI_RELEASE)));
  }

  private static Attributes manifest(Archive archive) throws IOException {
    return archive.has(MANIFEST)
        ? new Manifest(new ByteArrayInputStream(archive.read(MANIFEST))).getMainAttributes()
        : new Attributes();
  }

  /** The jars that it refers to, relative to it. */
  List<String> classPath() {
    return Optional.ofNullable(manifest.getValue(Attributes.Name.CLASS_PATH))
        .map(value -> Arrays.stream(value.split(" ")).filter(each -> !each.isEmpty()).toList())
        .orElse(List.of());
  }

  /** Its own classes, then those of its libraries, which are opened as the stream gets to them. */
  Stream<ClassRoot> roots() {
    return Stream.concat(
        Stream.of(root), Stream.of(this).flatMap(Jar::libraries).map(library -> library.root));
  }

  private Stream<Jar> libraries() {
    if (!librariesOpened) {
      application.ifPresent(
          folder ->
              archive.names().stream()
                  .filter(name -> isLibrary(name, folder))
                  .forEach(name -> libraries.add(open(name))));
      librariesOpened = true;
    }
    return libraries.stream();
  }

  private static boolean isLibrary(String name, String folder) {
    return name.endsWith(".jar")
        && LIBRARIES.stream()
            .map(library -> folder + library)
            .anyMatch(
                library -> name.startsWith(library) && name.indexOf('/', library.length()) < 0);
  }

  private Jar open(String name) {
    String nested = location + "!/" + name;
    try {
      return new Jar(nested, archive.nested(name));
    } catch (IOException failure) {
      throw UnreadableClassPathEntryException.damaged(nested, failure);
    }
  }
}
