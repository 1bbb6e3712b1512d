package dev.migrator.entity;

import dev.migrator.problem.Nearest;
import dev.migrator.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A file or persistence unit that is named is not on the class path. */
final class MissingFileException extends ProblemException {

  private static final long serialVersionUID = 1L;

  private MissingFileException(String message) {
    super(message);
  }

  static MissingFileException jar(String name, String namedBy, List<Path> classpath) {
    return new MissingFileException(
        "the jar %s, named at %s, is not on the class path (%s). Add it to models.classpath."
            .formatted(name, namedBy, NoEntityFoundException.listing(classpath)));
  }

  static MissingFileException mappingFile(String name, String namedBy, List<Path> classpath) {
    return new MissingFileException(
        "the mapping file %s, named at %s, is not on the class path (%s). Correct the name, or add its directory or jar to models.classpath."
            .formatted(name, namedBy, NoEntityFoundException.listing(classpath)));
  }

  static MissingFileException unit(String name, Set<String> known, List<Path> classpath) {
    return new MissingFileException(
        "there is no persistence unit '%s' on the class path (%s). %s"
            .formatted(
                name,
                NoEntityFoundException.listing(classpath),
                known.isEmpty()
                    ? "No META-INF/persistence.xml is there."
                    : Nearest.to(name, known)
                        .map("Did you mean '%s'?"::formatted)
                        .orElseGet(
                            () -> "There are: " + String.join(", ", new TreeSet<>(known)) + ".")));
  }
}
