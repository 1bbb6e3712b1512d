package dev.migrator.revision.file;

import dev.migrator.problem.ProblemException;

/** A revision file cannot be read as one. */
public final class RevisionFileException extends ProblemException {

  private static final long serialVersionUID = 1L;

  private final transient Position position;

  /**
   * @param position where
   * @param problem what is wrong there and what to do
   */
  public RevisionFileException(Position position, String problem) {
    super(position + ": " + problem);
    this.position = position;
  }

  /** Where the problem is. */
  public Position position() {
    return position;
  }
}
