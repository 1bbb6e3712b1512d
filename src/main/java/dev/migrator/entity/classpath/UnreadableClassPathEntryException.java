package dev.migrator.entity.classpath;

import dev.migrator.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;

/** An entry of the class path is there, and something cannot be read from it. */
final class UnreadableClassPathEntryException extends ProblemException {

  private static final long serialVersionUID = 1L;

  private UnreadableClassPathEntryException(String message, IOException cause) {
    super(message, cause);
  }

  /** The entry is called a jar, and is a damaged one or none. */
  static UnreadableClassPathEntryException damaged(String entry, IOException cause) {
    return new UnreadableClassPathEntryException(
        "the class path entry %s is not a readable jar (%s). Build or download it anew, or correct models.classpath."
            .formatted(entry, cause.getMessage()),
        cause);
  }

  /** The entry is a file of another kind. */
  static UnreadableClassPathEntryException otherKind(Path entry, IOException cause) {
    return new UnreadableClassPathEntryException(
        "the class path entry %s is neither a directory nor a jar. Correct models.classpath."
            .formatted(entry),
        cause);
  }

  /** A file in the entry cannot be read. */
  static UnreadableClassPathEntryException file(String location, IOException cause) {
    return new UnreadableClassPathEntryException(
        "%s cannot be read (%s). Compile the project or build the jar anew."
            .formatted(location, cause.getMessage()),
        cause);
  }
}
