package dev.migrator.revision;

import dev.migrator.problem.ProblemException;

/** A text names a revision that was squashed into another with those around it. */
public final class ReplacedRevisionException extends ProblemException {

  private static final long serialVersionUID = 1L;

  /**
   * @param asked the revision
   * @param squash what replaces it
   */
  public ReplacedRevisionException(String asked, RevisionId squash) {
    super(
        "revision '%s' is one of those that '%s' replaces: one can go before them all or behind them, but not among them."
            .formatted(asked, squash));
  }
}
