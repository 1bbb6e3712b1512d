package dev.migrator.command;

import dev.migrator.command.Check.Finding;
import dev.migrator.command.Check.Reason;
import dev.migrator.revision.RevisionGraph;
import dev.migrator.revision.RevisionHeader;
import dev.migrator.revision.RevisionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether the revisions are one line. Two developers who each add a revision make two heads of it.
 *
 * @param findings that they are not
 * @param advice what makes them one
 */
record Heading(List<Finding> findings, List<String> advice) {

  /** What the graph tells; lines with labels of their own are meant to be several. */
  static Heading of(RevisionGraph graph, Set<RevisionId> rows) {
    List<RevisionHeader> heads = graph.competingHeads();
    if (heads.isEmpty()) {
      return new Heading(List.of(), List.of());
    }
    List<String> ids = heads.stream().map(head -> head.id().value()).toList();
    List<String> advice =
        new ArrayList<>(List.of("Run 'migrator merge' to write a revision that follows them."));
    graph
        .movable(heads, rows)
        .map(
            id ->
                "Or run 'migrator rebase %s%s' to move that revision behind the other line."
                    .formatted(id, ids.size() == 2 ? "" : " --onto " + ids.get(0)))
        .ifPresent(advice::add);
    return new Heading(
        List.of(
            new Finding(
                Reason.HEADS,
                "the revisions end in %d heads: %s"
                    .formatted(ids.size(), ids.stream().collect(Collectors.joining(", "))))),
        advice);
  }
}
