package dev.migrator.entity.orm;

import dev.migrator.problem.ProblemException;

/** A mapping file or a list of entities is malformed, or names what is not there. */
final class MappingFileException extends ProblemException {

  private static final long serialVersionUID = 1L;

  /**
   * @param location the file and perhaps the line
   * @param sentence what is wrong and what to do
   */
  MappingFileException(String location, String sentence) {
    super(location + ": " + sentence);
  }

  MappingFileException(String location, String sentence, Exception cause) {
    super(location + ": " + sentence, cause);
  }
}
