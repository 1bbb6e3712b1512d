package dev.migrator.execute;

import dev.migrator.execute.HistoryEntry.Action;
import dev.migrator.execute.HistoryEntry.State;
import dev.migrator.operation.Operation;
import dev.migrator.revision.RevisionStep;
import dev.migrator.schema.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A step with all that is needed to run or print it.
 *
 * @param step the step
 * @param checksum the revision's checksum
 * @param operations what it does, as the revision states it
 * @param groups its statements in the groups that are committed together
 * @param after the schema after it, as far as its operations tell
 * @param opaque whether a statement or a class of the user's may have changed the schema besides
 */
record PreparedStep(
    RevisionStep step,
    String checksum,
    List<Operation> operations,
    List<CommitGroup> groups,
    Schema after,
    boolean opaque) {

  PreparedStep {
    operations = List.copyOf(operations);
    groups = List.copyOf(groups);
  }

  boolean isLast(int group) {
    return group == groups.size() - 1;
  }

  /**
   * The history's row for one of the groups.
   *
   * @param group which, counted from 0
   */
  HistoryEntry entry(
      int group,
      State state,
      Optional<Instant> startedAt,
      Optional<Duration> duration,
      Optional<String> error) {
    return new HistoryEntry(
        step.revision().id(),
        Action.of(step.direction()),
        state,
        group + 1,
        groups.size(),
        Optional.of(checksum),
        step.revision().message(),
        startedAt,
        duration,
        error);
  }
}
