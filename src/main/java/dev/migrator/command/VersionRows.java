package dev.migrator.command;

import dev.migrator.revision.RevisionGraph;
import dev.migrator.revision.RevisionId;
import dev.migrator.revision.UnknownRowException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The version rows of a database for commands that only tell of them: one that no file has does not
 * keep them from telling of the others.
 *
 * @param known those that are revisions
 * @param faults a sentence for each of the others
 */
record VersionRows(Set<RevisionId> known, List<String> faults) {

  static VersionRows of(RevisionGraph graph, Set<RevisionId> rows) {
    List<UnknownRowException> unknown = graph.unknown(rows);
    Set<RevisionId> known = new TreeSet<>(rows);
    unknown.forEach(row -> known.remove(row.row()));
    return new VersionRows(
        known, unknown.stream().map(row -> String.valueOf(row.getMessage())).toList());
  }
}
