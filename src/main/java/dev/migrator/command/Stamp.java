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
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

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
    request.targets().stream().filter(Stamp::isRange).findFirst().ifPresent(Stamp::refuseRange);
    List<Target> targets = request.targets().stream().map(Target::parse).toList();
    try (Database database = project.connect(Access.WRITE)) {
      return Execution.executor(project, database, listener)
          .stamp(state -> target(project, state, targets, request.purge()));
    }
  }

  /**
   * The statements that would write them, from what the database records now, or, for a range
   * {@code FROM:TO}, from what one at {@code FROM} records; no database is asked then.
   *
   * @param plain whether to leave out the lines that only the database's own shell understands
   */
  public static String script(Project project, Request request, boolean plain) {
    Optional<TargetRange> range =
        request.targets().stream().map(TargetRange::of).flatMap(Optional::stream).findFirst();
    if (range.isPresent()) {
      requireAlone(request);
      return script(project, range.get(), plain);
    }
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

  private static void requireAlone(Request request) {
    if (request.targets().size() > 1 || request.purge()) {
      throw new CommandException(
          "a range says where the database is and where it is to be: give one, alone, without --purge.");
    }
  }

  private static String script(Project project, TargetRange range, boolean plain) {
    RevisionGraph graph = project.graph();
    SortedSet<RevisionId> rows = range.rows(graph);
    SortedMap<RevisionId, String> checksums = new TreeMap<>();
    graph
        .applied(rows)
        .forEach(header -> checksums.put(header.id(), project.revisions().checksum(header.id())));
    DatabaseState state = new DatabaseState(!rows.isEmpty(), rows, List.of(), checksums);
    return OfflineScript.ofStamp(
        target(project, state, List.of(Target.parse(range.to())), false),
        state,
        plain,
        project.dialect(),
        Execution.settings(project),
        Execution.revisions(project));
  }

  private static void refuseRange(String range) {
    throw new CommandException(
        "'%s' is a range, which only --sql takes: the database itself says where it is. Give where it is to be alone."
            .formatted(range));
  }

  private static boolean isRange(String target) {
    return TargetRange.of(target).isPresent();
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
