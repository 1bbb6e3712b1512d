package dev.migrator.command;

import dev.migrator.dialect.Dialect.Access;
import dev.migrator.execute.Database;
import dev.migrator.execute.DatabaseState;
import dev.migrator.execute.PartialRevision;
import dev.migrator.revision.RevisionGraph;
import dev.migrator.revision.RevisionHeader;
import java.util.ArrayList;
import java.util.List;

/** Tells which revisions a database is at. */
public final class Current {

  private Current() {}

  /**
   * What to look at.
   *
   * @param compareFiles whether to compare the applied revisions' files with what was applied
   */
  public record Request(boolean compareFiles) {}

  /**
   * Where the database is.
   *
   * @param database its address, without a password
   * @param revisions the newest applied revision of each branch; none at base
   * @param atHeads whether every revision is applied
   * @param warnings half-applied revisions, and changed files if that was asked
   * @param faults version rows that no file has: it is not known what they stand for
   */
  public record Result(
      String database,
      List<RevisionInfo> revisions,
      boolean atHeads,
      List<String> warnings,
      List<String> faults) {}

  /** Reads the version rows; nothing is created. */
  public static Result run(Project project, Request request) {
    try (Database database = project.connect(Access.READ)) {
      DatabaseState state = database.state(project.ownTables());
      VersionRows rows = VersionRows.of(project, state.heads());
      RevisionGraph graph = rows.graph();
      List<RevisionHeader> tips = graph.tips(rows.known());
      List<String> warnings =
          new ArrayList<>(state.partial().stream().map(PartialRevision::describe).toList());
      graph
          .contradiction(rows.known())
          .map(contradiction -> String.valueOf(contradiction.getMessage()))
          .ifPresent(warnings::add);
      if (request.compareFiles() && rows.faults().isEmpty()) {
        warnings.addAll(AppliedFiles.changes(project, state));
      }
      return new Result(
          project.address(database),
          RevisionInfo.of(project, graph, tips, Revisions.ids(tips)),
          isDone(graph, rows) && state.partial().isEmpty(),
          warnings,
          rows.faults());
    }
  }

  private static boolean isDone(RevisionGraph graph, VersionRows rows) {
    return rows.faults().isEmpty() && graph.pending(rows.known()).isEmpty();
  }
}
