package dev.migrator.revision;

import dev.migrator.problem.ProblemException;
import java.util.List;

/** The beginning of an id is that of several revisions. */
public final class AmbiguousRevisionException extends ProblemException {

  private static final long serialVersionUID = 1L;

  /**
   * @param asked the beginning of an id
   * @param matches the revisions whose ids begin so
   */
  public AmbiguousRevisionException(String asked, List<RevisionId> matches) {
    super(
        "revision '%s' matches %s revisions: %s. Give more characters."
            .formatted(asked, Words.number(matches.size()), Words.list(matches)));
  }
}
