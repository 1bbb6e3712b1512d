package dev.migrator.entity.classpath;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A directory of the class path. */
record DirectoryRoot(Path directory) implements ClassRoot {

  @Override
  public String location() {
    return directory.toString();
  }

  @Override
  public boolean isOwn() {
    return true;
  }

  @Override
  public boolean has(String file) {
    return Files.isRegularFile(directory.resolve(file));
  }

  @Override
  public Optional<Resource> find(String file) {
    Path path = directory.resolve(file);
    try {
      return Files.isRegularFile(path)
          ? Optional.of(new Resource(path.toString(), Files.readAllBytes(path)))
          : Optional.empty();
    } catch (IOException failure) {
      throw UnreadableClassPathEntryException.file(path.toString(), failure);
    }
  }

  @Override
  public Stream<String> list(String folder) {
    Path start = directory.resolve(folder);
    if (!Files.isDirectory(start)) {
      return Stream.of();
    }
    try (Stream<Path> files = Files.walk(start)) {
      return files
          .map(file -> directory.relativize(file).toString().replace('\\', '/'))
          .toList()
          .stream();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
