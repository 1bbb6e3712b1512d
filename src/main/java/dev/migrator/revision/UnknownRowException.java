package dev.migrator.revision;

import dev.migrator.problem.ProblemException;

/** The database is at a revision that no file has. */
public final class UnknownRowException extends ProblemException {

  private static final long serialVersionUID = 1L;

  private final RevisionId row;

  /**
   * @param row the revision that the version table holds
   */
  public UnknownRowException(RevisionId row) {
    super(
        "the database's version table holds revision '%s', which is in no revision file. Bring the file back, or set the version anew with 'migrator stamp --purge REVISION'."
            .formatted(row));
    this.row = row;
  }

  /** The revision that the version table holds. */
  public RevisionId row() {
    return row;
  }
}
