package dev.migrator.execute;

import dev.migrator.revision.RevisionId;
import dev.migrator.revision.RevisionStep;
import java.util.List;
import java.util.SortedSet;

/**
 * What an execution did.
 *
 * @param before the version rows before it
 * @param after the version rows after it
 * @param steps the steps that it took
 */
public record ExecutionResult(
    SortedSet<RevisionId> before, SortedSet<RevisionId> after, List<RevisionStep> steps) {

  public ExecutionResult {
    steps = List.copyOf(steps);
  }
}
