package dev.migrator.revision;

import dev.migrator.problem.ProblemException;

/** A relative target leads past the first or the last revision, or the wrong way. */
public final class RelativeTargetException extends ProblemException {

  private static final long serialVersionUID = 1L;

  private RelativeTargetException(String message) {
    super(message);
  }

  /** Fewer revisions follow, or precede, than the target counts. */
  static RelativeTargetException tooFar(Target target, int possible) {
    int asked = Math.abs(target.steps().orElse(0));
    return new RelativeTargetException(
        "'%s' goes %d %s, but %s there."
            .formatted(
                target,
                asked,
                asked == 1 ? "revision" : "revisions",
                possible == 1
                    ? "only 1 is"
                    : possible == 0 ? "none is" : "only %d are".formatted(possible)));
  }

  /** An upgrade asked to go down, or a downgrade to go up, from where the database is. */
  static RelativeTargetException wrongWay(Target target, Direction direction) {
    boolean nowhere = target.steps().orElse(0) == 0;
    return new RelativeTargetException(
        switch (direction) {
          case UPGRADE ->
              (nowhere
                      ? "'%s' goes nowhere: give +1 or more."
                      : "'%s' goes down, and an upgrade goes up: give +N.")
                  .formatted(target);
          case DOWNGRADE ->
              (nowhere
                      ? "'%s' goes nowhere: give -1 or further down."
                      : "'%s' goes up, and a downgrade goes down: give -N.")
                  .formatted(target);
        });
  }

  /** Steps down, or none, from where a database is, for what is neither upgrade nor downgrade. */
  static RelativeTargetException withoutStart(Target target) {
    return new RelativeTargetException(
        "'%s' does not say from which revision to count. Name it, as in head-1.".formatted(target));
  }
}
