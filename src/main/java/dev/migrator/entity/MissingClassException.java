package dev.migrator.entity;

import dev.migrator.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A class that the model needs is not on the class path. */
final class MissingClassException extends ProblemException {

  private static final long serialVersionUID = 1L;

  /**
   * @param className the missing class
   * @param usedBy what needs it: {@code the superclass of com.example.User}
   * @param classpath where it was looked for
   * @param nearest the class that is probably meant
   */
  MissingClassException(
      String className, String usedBy, List<Path> classpath, Optional<String> nearest) {
    super(
        "class %s, %s, is not on the class path (%s). %s"
            .formatted(
                className,
                usedBy,
                NoEntityFoundException.listing(classpath),
                nearest
                    .map("Did you mean %s?"::formatted)
                    .orElse("Add its directory or jar to models.classpath.")));
  }
}
