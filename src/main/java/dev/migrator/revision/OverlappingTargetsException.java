package dev.migrator.revision;

import dev.migrator.problem.ProblemException;
import java.util.List;

/** Of several targets, one is already implied by another. */
public final class OverlappingTargetsException extends ProblemException {

  private static final long serialVersionUID = 1L;

  /**
   * @param upper the target that implies the others
   * @param lower the targets that it implies
   */
  public OverlappingTargetsException(RevisionId upper, List<RevisionId> lower) {
    super(
        "revision '%s' already includes %s: give only revisions of which none is before another."
            .formatted(upper, Words.list(lower)));
  }
}
