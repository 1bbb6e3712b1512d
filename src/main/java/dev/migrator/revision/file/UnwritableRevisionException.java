package dev.migrator.revision.file;

import dev.migrator.problem.ProblemException;
import dev.migrator.revision.RevisionId;

/** A revision holds something for which a file, or the SQL form of one, has no room. */
public final class UnwritableRevisionException extends ProblemException {

  private static final long serialVersionUID = 1L;

  private UnwritableRevisionException(String message) {
    super(message);
  }

  /**
   * @param part what has no form in SQL
   */
  static UnwritableRevisionException asSql(RevisionId revision, String part) {
    return new UnwritableRevisionException(
        "revision '%s' cannot be written as SQL, which has no form for %s. Write it as YAML."
            .formatted(revision, part));
  }

  static UnwritableRevisionException emptyMessage(RevisionId revision) {
    return new UnwritableRevisionException(
        "the message of revision '%s' is empty. Say in a line what it does: -m MESSAGE."
            .formatted(revision));
  }

  static UnwritableRevisionException severalLines(RevisionId revision) {
    return new UnwritableRevisionException(
        "the message of revision '%s' has a line break. Say in one line what it does: -m MESSAGE."
            .formatted(revision));
  }
}
