package dev.migrator.entity.classpath;

import dev.migrator.problem.ProblemException;
import java.nio.file.Path;

/** An entry of the class path does not exist. */
final class MissingClassPathEntryException extends ProblemException {

  private static final long serialVersionUID = 1L;

  MissingClassPathEntryException(Path entry) {
    super(
        "the class path entry %s does not exist. Compile the project, or correct models.classpath."
            .formatted(entry));
  }
}
