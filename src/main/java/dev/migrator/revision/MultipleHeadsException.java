package dev.migrator.revision;

import dev.migrator.problem.ProblemException;
import java.util.List;
import java.util.Optional;

/** One head is asked for where there are several. */
public final class MultipleHeadsException extends ProblemException {

  private static final long serialVersionUID = 1L;

  private final transient List<RevisionId> heads;

  /**
   * @param target what was asked for
   * @param heads the heads
   * @param movable the first revision of a line that may go behind another head, where there is one
   */
  public MultipleHeadsException(
      Target target, List<RevisionId> heads, Optional<RevisionId> movable) {
    super(
        "%s: %s. To make them one line, 'migrator merge' writes a revision that follows %s%s. BRANCH@head names one of them, 'migrator upgrade heads' applies all."
            .formatted(
                problem(target, heads.size()),
                Words.list(heads),
                heads.size() == 2 ? "both" : "all",
                movable.map(id -> rebase(id, heads)).orElse("")));
    this.heads = List.copyOf(heads);
  }

  private static String rebase(RevisionId movable, List<RevisionId> heads) {
    return ", and 'migrator rebase %s%s' moves that revision behind the other line, as long as it is applied nowhere"
        .formatted(movable, heads.size() == 2 ? "" : " --onto " + heads.get(0));
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
