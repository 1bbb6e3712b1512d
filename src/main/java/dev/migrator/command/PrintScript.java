package dev.migrator.command;

import dev.migrator.dialect.Background;
import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.Dialect.Access;
import dev.migrator.execute.Database;
import dev.migrator.execute.DatabaseState;
import dev.migrator.execute.OfflineScript;
import dev.migrator.execute.PartialRevision;
import dev.migrator.revision.Direction;
import dev.migrator.revision.RevisionGraph;
import dev.migrator.revision.RevisionId;
import dev.migrator.revision.RevisionStep;
import dev.migrator.revision.Target;
import dev.migrator.schema.Schema;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Consumer;

/** Prints the statements of an upgrade or downgrade in place of running them. */
public final class PrintScript {

  private static final char RANGE = ':';

  private PrintScript() {}

  /**
   * What to print.
   *
   * @param direction whether to apply or to undo
   * @param target where to go, from where the database is; or {@code FROM:TO}, without a database
   * @param plain whether to leave out the lines that only the database's own shell understands
   */
  public record Request(Direction direction, String target, boolean plain) {}

  /**
   * The script; empty where there is nothing to do.
   *
   * @param warning hears what is not as it should be
   */
  public static String run(Project project, Request request, Consumer<String> warning) {
    int colon = request.target().indexOf(RANGE);
    return colon < 0
        ? fromDatabase(project, request, warning)
        : fromRevisions(
            project,
            request,
            request.target().substring(0, colon),
            request.target().substring(colon + 1),
            warning);
  }

  private static String fromDatabase(Project project, Request request, Consumer<String> warning) {
    try (Database database = project.connect(Access.READ)) {
      DatabaseState state = database.state(project.ownTables());
      state.partial().stream()
          .findFirst()
          .map(PartialRevision::describe)
          .ifPresent(
              sentence -> {
                throw new CommandException(sentence);
              });
      RevisionGraph graph = project.graph(state.heads());
      requireStanding(graph, state);
      List<RevisionStep> steps = steps(graph, request.direction(), state.heads(), request.target());
      if (steps.isEmpty()) {
        return "";
      }
      Schema current =
          Comparison.everything(
              project, database, Background.begin(() -> project.replayApplied(state.heads())));
      return script(project, request, steps, database.dialect(), current, warning);
    }
  }

  /** A script begins by asking for the version rows that it starts from. */
  private static void requireStanding(RevisionGraph graph, DatabaseState state) {
    SortedSet<RevisionId> standing = graph.standing(state.heads());
    if (!standing.equals(state.heads())) {
      throw new CommandException(
          "the database has every revision that '%s' replaces. Record that first: migrator stamp %s."
              .formatted(standing.first(), standing.first()));
    }
  }

  private static String fromRevisions(
      Project project, Request request, String from, String to, Consumer<String> warning) {
    RevisionGraph graph = project.graph();
    SortedSet<RevisionId> rows =
        graph.stamp(Set.of(), List.of(Target.parse(from.isEmpty() ? "base" : from)));
    List<RevisionStep> steps = steps(graph, request.direction(), rows, to);
    Dialect dialect = Dialects.named(project.configuration().database().url().dialect());
    return script(project, request, steps, dialect, project.replay(rows), warning);
  }

  private static List<RevisionStep> steps(
      RevisionGraph graph, Direction direction, SortedSet<RevisionId> rows, String target) {
    return switch (direction) {
      case UPGRADE -> graph.upgrade(rows, Target.parse(target));
      case DOWNGRADE -> graph.downgrade(rows, Target.parse(target));
    };
  }

  private static String script(
      Project project,
      Request request,
      List<RevisionStep> steps,
      Dialect dialect,
      Schema before,
      Consumer<String> warning) {
    return OfflineScript.of(
        steps,
        before,
        request.plain(),
        dialect,
        Execution.settings(project),
        Execution.revisions(project),
        warning);
  }
}
