package dev.migrator.command;

import dev.migrator.revision.RevisionGraph;
import dev.migrator.revision.RevisionId;
import dev.migrator.revision.UnfinishedSquashException;
import dev.migrator.revision.UnknownRowException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The version rows of a database for commands that only tell of them: one that no file has does not
 * keep them from telling of the others.
 *
 * @param graph the graph as that database sees it, as far as there are files
 * @param known those that are revisions
 * @param faults a sentence for each of the others
 */
record VersionRows(RevisionGraph graph, Set<RevisionId> known, List<String> faults) {

  static VersionRows of(Project project, Set<RevisionId> rows) {
    try {
      return of(project.graph(rows), rows);
    } catch (UnfinishedSquashException unfinished) {
      return new VersionRows(
          project.graph(),
          known(rows, project.graph().unknown(rows)),
          List.of(String.valueOf(unfinished.getMessage())));
    }
  }

  private static Set<RevisionId> known(Set<RevisionId> rows, List<UnknownRowException> unknown) {
    Set<RevisionId> known = new TreeSet<>(rows);
    unknown.forEach(row -> known.remove(row.row()));
    return known;
  }

  private static VersionRows of(RevisionGraph graph, Set<RevisionId> rows) {
    List<UnknownRowException> unknown = graph.unknown(rows);
    return new VersionRows(
        graph,
        known(rows, unknown),
        unknown.stream().map(row -> String.valueOf(row.getMessage())).toList());
  }
}
