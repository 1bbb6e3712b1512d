package dev.migrator.revision;

import dev.migrator.problem.ProblemException;
import java.util.List;

/** A relative target can be reached on several ways. */
public final class AmbiguousTargetException extends ProblemException {

  private static final long serialVersionUID = 1L;

  /**
   * @param target the target
   * @param candidates the revisions between which it does not choose
   */
  public AmbiguousTargetException(Target target, List<RevisionId> candidates) {
    super(
        "'%s' is ambiguous: it may go by way of %s. Name a revision, or put a branch before it: BRANCH@%s."
            .formatted(target, Words.alternatives(candidates), withoutBranch(target)));
  }

  private static String withoutBranch(Target target) {
    return target.text().substring(target.text().indexOf('@') + 1);
  }
}
