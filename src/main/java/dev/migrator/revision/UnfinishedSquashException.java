package dev.migrator.revision;

import dev.migrator.problem.ProblemException;
import java.util.List;

/** A database is among revisions that were squashed, and not all of their files are there. */
public final class UnfinishedSquashException extends ProblemException {

  private static final long serialVersionUID = 1L;

  /**
   * @param row where the database is
   * @param squash what replaces it
   * @param gone the replaced revisions that have no file
   */
  public UnfinishedSquashException(RevisionId row, RevisionId squash, List<RevisionId> gone) {
    super(
        "the database is at revision '%s', one of those that '%s' replaces, and of these %s no file: %s. Bring %s back until this database has passed them; if it has them all, record that with 'migrator stamp --purge %s'."
            .formatted(
                row,
                squash,
                gone.size() == 1 ? "one has" : gone.size() + " have",
                Words.list(gone),
                gone.size() == 1 ? "it" : "them",
                squash));
  }
}
