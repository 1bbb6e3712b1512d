package dev.migrator.entity;

import dev.migrator.problem.ProblemException;
import java.nio.file.Path;
import java.util.List;

/** A class that the model needs is not on the class path. */
final class MissingClassException extends ProblemException {

  private static final long serialVersionUID = 1L;

  /**
   * @param className the missing class
   * @param usedBy what needs it: {@code the superclass of com.example.User}
   * @param classpath where it was looked for
   */
  MissingClassException(String className, String usedBy, List<Path> classpath) {
    super(
        "class %s, %s, is not on the class path (%s). Add its directory or jar to models.classpath."
            .formatted(className, usedBy, NoEntityFoundException.listing(classpath)));
  }
}
