package dev.migrator.entity.classpath;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A place where packages begin. Names of files have slashes. */
public interface ClassRoot {

  /** The directory or archive, for messages. */
  String location();

  /** Whether it holds what was compiled here, and not a library. */
  boolean isOwn();

  boolean has(String file);

  Optional<Resource> find(String file);

  /** The files in and below a folder; empty stands for all. */
  Stream<String> list(String folder);

  /** The names of all classes. */
  default Set<String> classes() {
    return ClassPath.classes(list(""));
  }
}
