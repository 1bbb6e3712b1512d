package dev.migrator.revision;

import dev.migrator.problem.ProblemException;

/** A text has the form of no target. */
public final class InvalidTargetException extends ProblemException {

  private static final long serialVersionUID = 1L;

  /**
   * @param text the text
   */
  public InvalidTargetException(String text) {
    super(
        "'%s' is no target. Give head, heads, base, a revision's id or the beginning of one, a branch label, +N, -N, REVISION+N, REVISION-N, or any of these behind BRANCH@."
            .formatted(text));
  }
}
