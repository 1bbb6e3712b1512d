package dev.migrator.command;

import dev.migrator.dialect.Dialect.Access;
import dev.migrator.execute.Database;
import dev.migrator.execute.DatabaseState;
import dev.migrator.execute.ExecutionListener;
import dev.migrator.execute.ExecutionResult;
import dev.migrator.execute.OfflineScript;
import dev.migrator.execute.StampTarget;
import dev.migrator.revision.RevisionGraph;
import dev.migrator.revision.RevisionId;
import dev.migrator.revision.Target;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/** Records revisions as applied without running them. */
public final class Stamp {

  private Stamp() {}

  /**
   * What to record.
   *
   * @param targets where the database is to be
   * @param purge whether all version rows go before, even those of revisions that no file has;
   *     otherwise the rows of other branches stay
   */
  public record Request(List<String> targets, boolean purge) {

    public Request {
      targets = List.copyOf(targets);
    }
  }

  /**
   * Writes the version rows under the lock.
   *
   * @param listener hears what is lost by it
   */
  public static ExecutionResult run(Project project, Request request, ExecutionListener listener) {
    List<Target> targets = request.targets().stream().map(Target::parse).toList();
    try (Database database = project.connect(Access.WRITE)) {
      return Execution.executor(project, database, listener)
          .stamp(state -> target(project, state, targets, request.purge()));
    }
  }

  /**
   * The statements that would write them, from what the database records now.
   *
   * @param plain whether to leave out the lines that only the database's own shell understands
   */
  public static String script(Project project, Request request, boolean plain) {
    List<Target> targets = request.targets().stream().map(Target::parse).toList();
    try (Database database = project.connect(Access.READ)) {
      DatabaseState state = database.state(project.ownTables());
      return OfflineScript.ofStamp(
          target(project, state, targets, request.purge()),
          state,
          plain,
          database.dialect(),
          Execution.settings(project),
          Execution.revisions(project));
    }
  }

  private static StampTarget target(
      Project project, DatabaseState state, List<Target> targets, boolean purge) {
    Set<RevisionId> current = purge ? Set.of() : state.heads();
    RevisionGraph graph = project.graph(current);
    return target(project, graph, graph.stamp(current, targets));
  }

  private static StampTarget target(
      Project project, RevisionGraph graph, SortedSet<RevisionId> rows) {
    return new StampTarget(
        rows,
        graph.applied(rows).stream()
            .map(
                header ->
                    new StampTarget.Stamped(
                        header.id(), header.message(), project.revisions().checksum(header.id())))
            .toList());
  }
}
