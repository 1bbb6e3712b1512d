package dev.migrator.command;

import dev.migrator.revision.RevisionGraph;
import dev.migrator.revision.RevisionHeader;
import dev.migrator.revision.RevisionId;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A revision with its place in the graph.
 *
 * @param header the revision
 * @param file its file
 * @param head whether none follows it
 * @param effectiveHead whether none follows it, though another depends on it
 * @param branchPoint whether several follow it
 * @param current whether the database is at it
 * @param children the revisions that follow it
 * @param dependencies the revisions that it depends on without following them
 * @param labels the branches that it belongs to
 */
public record RevisionInfo(
    RevisionHeader header,
    Path file,
    boolean head,
    boolean effectiveHead,
    boolean branchPoint,
    boolean current,
    List<RevisionId> children,
    List<RevisionId> dependencies,
    List<String> labels) {

  /** What the files alone tell of revisions, in the order given. */
  static List<RevisionInfo> of(Project project, List<RevisionHeader> headers) {
    return of(project, project.graph(), headers, Set.of());
  }

  /**
   * What the graph tells of revisions, in the order given.
   *
   * @param current the revisions that the database is at
   */
  static List<RevisionInfo> of(
      Project project, RevisionGraph graph, List<RevisionHeader> headers, Set<RevisionId> current) {
    Set<RevisionHeader> heads = Set.copyOf(graph.heads());
    Set<RevisionHeader> effective = Set.copyOf(graph.effectiveHeads());
    return headers.stream()
        .map(
            header -> {
              List<RevisionId> children =
                  graph.children(header.id()).stream().map(RevisionHeader::id).toList();
              return new RevisionInfo(
                  header,
                  project.revisions().path(header.id()),
                  heads.contains(header),
                  heads.contains(header) && !effective.contains(header),
                  children.size() > 1,
                  current.contains(header.id()),
                  children,
                  graph.dependencies(header.id()).stream().map(RevisionHeader::id).toList(),
                  graph.labels(header.id()));
            })
        .toList();
  }
}
