package dev.migrator.command;

import dev.migrator.execute.Database;
import dev.migrator.execute.DatabaseState;
import dev.migrator.execute.ExecutionListener;
import dev.migrator.execute.StampTarget;
import dev.migrator.revision.RevisionGraph;
import dev.migrator.revision.RevisionHeader;
import java.util.List;

/**
 * A database that has all that a squashed revision stands for has that revision: its version rows
 * and its history say so from then on, and nothing is run.
 */
final class Adoption {

  private Adoption() {}

  /** Whether a database has revisions one by one that are one now. */
  static boolean isDue(Project project, DatabaseState state) {
    return state.partial().isEmpty()
        && project.graph(state.heads()).applied(state.heads()).stream()
            .flatMap(header -> header.replaces().stream())
            .anyMatch(
                replaced ->
                    state.checksums().containsKey(replaced) || state.heads().contains(replaced));
  }

  /** Records it, where it is due. */
  static void run(Project project, Database database, ExecutionListener listener) {
    boolean squashed =
        project.revisions().headers().stream().anyMatch(header -> !header.replaces().isEmpty());
    if (squashed && isDue(project, database.state(project.ownTables()))) {
      Execution.executor(project, database, listener).stamp(state -> target(project, state));
    }
  }

  /** What was recorded of each file stays, so that an edited one is still told of. */
  private static StampTarget target(Project project, DatabaseState state) {
    RevisionGraph graph = project.graph(state.heads());
    List<StampTarget.Stamped> applied =
        graph.applied(state.heads()).stream()
            .map(header -> stamped(project, state, header))
            .toList();
    return new StampTarget(graph.standing(state.heads()), applied);
  }

  private static StampTarget.Stamped stamped(
      Project project, DatabaseState state, RevisionHeader header) {
    String recorded = state.checksums().get(header.id());
    return new StampTarget.Stamped(
        header.id(),
        header.message(),
        recorded == null ? project.revisions().checksum(header.id()) : recorded);
  }
}
