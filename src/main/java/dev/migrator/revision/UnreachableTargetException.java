package dev.migrator.revision;

import dev.migrator.problem.ProblemException;
import java.util.Collection;

/** A target exists, but does not lie where the command would go. */
public final class UnreachableTargetException extends ProblemException {

  private static final long serialVersionUID = 1L;

  private UnreachableTargetException(String message) {
    super(message);
  }

  /** A downgrade to a revision that is not below the database's. */
  static UnreachableTargetException notBelow(Target target, Collection<RevisionId> current) {
    return new UnreachableTargetException(
        "cannot downgrade to '%s': the database is at %s, and nothing above '%s' is applied there."
            .formatted(target, current.isEmpty() ? "base" : Words.list(current), target));
  }

  /** A downgrade along a branch that does not lead from the target upwards. */
  static UnreachableTargetException notOnWay(Target target, String branch) {
    return new UnreachableTargetException(
        "cannot downgrade to '%s': no revision that follows it leads to '%s'."
            .formatted(target, branch));
  }

  /** A revision that is not of the branch before the {@code @}. */
  static UnreachableTargetException notOfBranch(RevisionId revision, String branch) {
    return new UnreachableTargetException(
        "revision '%s' does not belong to branch '%s'.".formatted(revision, branch));
  }
}
