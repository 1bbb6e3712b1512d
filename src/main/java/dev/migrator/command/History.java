package dev.migrator.command;

import dev.migrator.revision.RevisionGraph;
import dev.migrator.revision.RevisionId;
import java.util.List;
import java.util.Set;

/** Lists all revisions, from the files, and from the database only where asked. */
public final class History {

  private History() {}

  /**
   * What to list.
   *
   * @param indicateCurrent whether to mark the database's revisions
   */
  public record Request(boolean indicateCurrent) {}

  /** The revisions, newest first. */
  public static List<RevisionInfo> run(Project project, Request request) {
    RevisionGraph graph = project.graph();
    Set<RevisionId> current = request.indicateCurrent() ? project.currentRows() : Set.of();
    return RevisionInfo.of(graph, graph.history(), current);
  }
}
