package dev.migrator.revision.file;

import dev.migrator.problem.ProblemException;
import dev.migrator.revision.RevisionId;

/** A revision holds something for which the SQL form has no room. */
public final class UnwritableRevisionException extends ProblemException {

  private static final long serialVersionUID = 1L;

  /**
   * @param revision the revision
   * @param part what cannot be written
   */
  public UnwritableRevisionException(RevisionId revision, String part) {
    super(
        "revision '%s' cannot be written as SQL, which has no form for %s. Write it as YAML."
            .formatted(revision, part));
  }
}
