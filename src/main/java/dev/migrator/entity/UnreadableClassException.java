package dev.migrator.entity;

import dev.migrator.problem.ProblemException;

/** A class file that cannot be read. */
final class UnreadableClassException extends ProblemException {

  private static final long serialVersionUID = 1L;

  private UnreadableClassException(String message) {
    super(message);
  }

  private UnreadableClassException(String message, Throwable cause) {
    super(message, cause);
  }

  /** The file is no class file, or a damaged one. */
  static UnreadableClassException damaged(String location, String damage) {
    return new UnreadableClassException(
        "the class file %s is damaged: %s. Compile it anew.".formatted(location, damage));
  }

  /** The file cannot be read. */
  static UnreadableClassException damaged(String location, Exception cause) {
    return new UnreadableClassException(
        "the class file %s is damaged (%s). Compile it anew."
            .formatted(location, cause.getMessage()),
        cause);
  }

  /** The file is of a Java version that came after this program. */
  static UnreadableClassException tooNew(String location, int version, int newest) {
    return new UnreadableClassException(
        "the class file %s has version %d (Java %d), and the newest one that is read is %d (Java %d). Compile it with --release %d, or use a newer Migrator."
            .formatted(
                location,
                version,
                version - ClassFile.JAVA_OFFSET,
                newest,
                newest - ClassFile.JAVA_OFFSET,
                newest - ClassFile.JAVA_OFFSET));
  }
}
