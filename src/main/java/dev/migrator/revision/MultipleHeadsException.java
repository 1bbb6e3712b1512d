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
        "%s: %s. Name one of them or a branch (BRANCH@head); 'migrator upgrade heads' applies all. To make one line of two branches, set 'revises' of the first revision of one, as long as it is not applied, to the head of the other in its file."
            .formatted(problem(target, heads.size()), Words.list(heads)));
    this.heads = List.copyOf(heads);
  }

  private static String problem(Target target, int heads) {
    return target.revision().equals(Target.HEADS.revision())
        ? "'%s' means %s revisions, and one is wanted".formatted(target, Words.number(heads))
        : "'%s' means one revision, and there are %s heads".formatted(target, Words.number(heads));
  }

  /** The heads. */
  public List<RevisionId> heads() {
    return heads;
  }
}
