package dev.migrator.entity;

import dev.migrator.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Path;

/** An entry of the class path is there, and no classes can be read from it. */
final class UnreadableClassPathEntryException extends ProblemException {

  private static final long serialVersionUID = 1L;

  private UnreadableClassPathEntryException(String message, IOException cause) {
    super(message, cause);
  }

  /** The entry is called a jar, and is a damaged one or none. */
  static UnreadableClassPathEntryException damaged(Path entry, IOException cause) {
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
}
