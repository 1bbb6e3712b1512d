package dev.migrator.command;

import dev.migrator.revision.RevisionGraph;
import dev.migrator.revision.RevisionHeader;
import dev.migrator.revision.RevisionId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lists revisions, from the files, and from the database only where asked. */
public final class History {

  private History() {}

  /**
   * What to list.
   *
   * @param range {@code FROM:TO}, of which either may be missing; without one, everything
   * @param indicateCurrent whether to mark the database's revisions
   */
  public record Request(Optional<String> range, boolean indicateCurrent) {}

  /**
   * What was found.
   *
   * @param revisions the revisions, newest first
   * @param faults version rows that no file has, where the database was asked
   */
  public record Result(List<RevisionInfo> revisions, List<String> faults) {}

  /**
   * Reads the headers of the files.
   *
   * @throws CommandException if the range is none
   */
  public static Result run(Project project, Request request) {
    RevisionGraph graph = project.graph();
    Set<RevisionId> current = Set.of();
    List<String> faults = List.of();
    if (request.indicateCurrent()) {
      VersionRows rows = VersionRows.of(project, project.currentRows());
      graph = rows.graph();
      current = Revisions.ids(graph.tips(rows.known()));
      faults = rows.faults();
    }
    List<RevisionHeader> revisions =
        request.range().isPresent()
            ? HistoryRange.parse(request.range().get()).revisions(project, graph)
            : graph.history();
    return new Result(RevisionInfo.of(project, graph, revisions, current), faults);
  }
}
