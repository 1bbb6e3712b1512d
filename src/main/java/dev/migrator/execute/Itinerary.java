package dev.migrator.execute;

import dev.migrator.problem.ProblemException;
import dev.migrator.revision.RevisionId;
import dev.migrator.revision.RevisionStep;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;

/** The steps that are to be taken from a state, with the half-finished ones among them. */
final class Itinerary {

  private final DatabaseState state;
  private final Deque<RevisionStep> steps;

  private Itinerary(DatabaseState state, List<RevisionStep> steps) {
    this.state = state;
    this.steps = new ArrayDeque<>(steps);
  }

  /**
   * The steps of a plan.
   *
   * @param revisions where the steps' revisions are
   * @throws MigrationException if a revision is half finished and the plan does not finish it
   * @throws UnfilledPlacesException if a person has to fill in something first
   */
  static Itinerary of(
      DatabaseState state,
      Function<SortedSet<RevisionId>, List<RevisionStep>> plan,
      RevisionSource revisions) {
    List<RevisionStep> steps;
    try {
      steps = plan.apply(state.heads());
    } catch (ProblemException impossible) {
      // To a plan, a half-applied revision is one that is not applied: that is the lesser half of
      // the truth.
      state.partial().stream().findFirst().ifPresent(half -> refuse(half, impossible));
      throw impossible;
    }
    state.partial().stream()
        .filter(half -> steps.stream().noneMatch(half::isContinuedBy))
        .findFirst()
        .ifPresent(
            half -> {
              throw new MigrationException(half.describe());
            });
    UnfilledPlacesException.refuse(steps, revisions);
    return new Itinerary(state, steps);
  }

  private static void refuse(PartialRevision half, ProblemException cause) {
    throw new MigrationException(half.describe(), cause);
  }

  /** The steps, in order. */
  List<RevisionStep> steps() {
    return List.copyOf(steps);
  }

  boolean hasNext() {
    return !steps.isEmpty();
  }

  RevisionStep next() {
    return steps.removeFirst();
  }

  /** What of a step is done already. */
  Optional<PartialRevision> partial(RevisionStep step) {
    return state.partial().stream().filter(half -> half.isContinuedBy(step)).findFirst();
  }
}
