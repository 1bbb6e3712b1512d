package dev.migrator.command;

import dev.migrator.dialect.Background;
import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.Dialect.Access;
import dev.migrator.execute.Database;
import dev.migrator.execute.DatabaseState;
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

/**
 * The steps that an upgrade or downgrade would take, with what is needed to tell what they do.
 *
 * @param steps the steps; none where there is nothing to do
 * @param before the schema before the first of them
 * @param dialect the database
 */
record Route(List<RevisionStep> steps, Schema before, Dialect dialect) {

  /**
   * The steps to a target from where the database is, or those of a range {@code FROM:TO}, for
   * which no database is asked.
   *
   * @throws CommandException if a half-finished revision is in the way
   */
  static Route of(Project project, Direction direction, String target) {
    return TargetRange.of(target)
        .map(range -> fromRevisions(project, direction, range))
        .orElseGet(() -> fromDatabase(project, direction, target));
  }

  private static Route fromDatabase(Project project, Direction direction, String target) {
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
      List<RevisionStep> steps = steps(graph, direction, state.heads(), target);
      Schema current =
          steps.isEmpty()
              ? Schema.EMPTY
              : Comparison.everything(
                  project, database, Background.begin(() -> project.replayApplied(state.heads())));
      return new Route(steps, current, database.dialect());
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

  private static Route fromRevisions(Project project, Direction direction, TargetRange range) {
    RevisionGraph graph = project.graph();
    SortedSet<RevisionId> rows = range.rows(graph);
    List<RevisionStep> steps = steps(graph, direction, rows, range.to());
    if (steps.isEmpty() && !graph.stamp(Set.of(), List.of(Target.parse(range.to()))).equals(rows)) {
      throw new CommandException(
          "nothing leads from '%s' up to '%s', which is applied there already. Write the older one first; 'migrator downgrade' takes the way down."
              .formatted(range.from(), range.to()));
    }
    return new Route(steps, project.replay(rows), project.dialect());
  }

  private static List<RevisionStep> steps(
      RevisionGraph graph, Direction direction, SortedSet<RevisionId> rows, String target) {
    return switch (direction) {
      case UPGRADE -> graph.upgrade(rows, Target.parse(target));
      case DOWNGRADE -> graph.downgrade(rows, Target.parse(target));
    };
  }
}
