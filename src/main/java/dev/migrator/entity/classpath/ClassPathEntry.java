package dev.migrator.entity.classpath;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipException;

/** A directory or a jar of the class path. A jar is opened when it is first needed. */
final class ClassPathEntry implements AutoCloseable {

  private final Path path;
  private final boolean directory;
  private Optional<FileChannel> file = Optional.empty();
  private Optional<Jar> jar = Optional.empty();

  /**
   * @throws MissingClassPathEntryException if there is nothing at the path
   */
  ClassPathEntry(Path path) {
    if (!Files.exists(path)) {
      throw new MissingClassPathEntryException(path);
    }
    this.path = path;
    this.directory = Files.isDirectory(path);
  }

  boolean isDirectory() {
    return directory;
  }

  /** Where its packages begin: a jar's own, then those of the libraries in it. */
  Stream<ClassRoot> roots() {
    return directory ? Stream.of(new DirectoryRoot(path)) : jar().roots();
  }

  /**
   * What the manifest of a jar adds to the class path, as far as it is there.
   *
   * @param known the entries that are on the class path already; these are added to it
   * @see <a
   *     href="https://docs.oracle.com/en/java/javase/25/docs/specs/jar/jar.html#class-path-attribute">the
   *     attribute Class-Path</a>
   */
  Stream<ClassPathEntry> following(Set<Path> known) {
    return directory
        ? Stream.of()
        : jar().classPath().stream()
            .flatMap(this::resolve)
            .filter(Files::exists)
            .filter(each -> known.add(identity(each)))
            .map(ClassPathEntry::new);
  }

  private Stream<Path> resolve(String url) {
    try {
      URI resolved = path.toAbsolutePath().toUri().resolve(url);
      return "file".equals(resolved.getScheme()) ? Stream.of(Path.of(resolved)) : Stream.of();
    } catch (IllegalArgumentException notAFile) {
      return Stream.of();
    }
  }

  /** What tells an entry from another, however they are written. */
  static Path identity(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private Jar jar() {
    if (jar.isEmpty()) {
      try {
        file = Optional.of(FileChannel.open(path));
        jar = Optional.of(new Jar(path.toString(), Archive.open(Bytes.of(file.get()))));
      } catch (ZipException notAJar) {
        throw path.toString().endsWith(".jar")
            ? UnreadableClassPathEntryException.damaged(path.toString(), notAJar)
            : UnreadableClassPathEntryException.otherKind(path, notAJar);
      } catch (IOException failure) {
        throw UnreadableClassPathEntryException.damaged(path.toString(), failure);
      }
    }
    return jar.get();
  }

  @Override
  public void close() {
    file.ifPresent(
        opened -> {
          try {
            opened.close();
          } catch (IOException failure) {
            throw new UncheckedIOException(failure);
          }
        });
  }
}
