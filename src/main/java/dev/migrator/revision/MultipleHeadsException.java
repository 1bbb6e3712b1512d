package dev.migrator.revision;

import dev.migrator.problem.ProblemException;
import java.util.List;

/** One head is asked for where there are several. */
public final class MultipleHeadsException extends ProblemException {

  private static final long serialVersionUID = 1L;

  private final transient List<RevisionId> heads;

  /**
   * @param target what was asked for
   * @param heads the heads
   */
  public MultipleHeadsException(Target target, List<RevisionId> heads) {
    super(
        "'%s' means one revision, and there are %s heads: %s. Name one of them, a branch (BRANCH@head), or all of them ('heads')."
            .formatted(target, Words.number(heads.size()), Words.list(heads)));
    this.heads = List.copyOf(heads);
  }

  /** The heads. */
  public List<RevisionId> heads() {
    return heads;
  }
}
