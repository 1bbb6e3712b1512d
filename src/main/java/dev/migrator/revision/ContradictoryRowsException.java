package dev.migrator.revision;

import dev.migrator.problem.ProblemException;
import java.util.List;
import java.util.stream.Collectors;

/** A row of the version table is implied by another one, which no migration leaves behind. */
public final class ContradictoryRowsException extends ProblemException {

  private static final long serialVersionUID = 1L;

  /**
   * @param implied the rows that others imply
   * @param others the others
   */
  public ContradictoryRowsException(List<RevisionId> implied, List<RevisionId> others) {
    super(
        "the database's version table holds %s beside %s, which already %s %s. Someone has changed it. If all of these are applied, set it right with 'migrator stamp --purge %s'."
            .formatted(
                Words.list(implied),
                Words.list(others),
                others.size() == 1 ? "includes" : "include",
                implied.size() == 1 ? "it" : "them",
                others.stream().map(RevisionId::value).collect(Collectors.joining(" "))));
  }
}
