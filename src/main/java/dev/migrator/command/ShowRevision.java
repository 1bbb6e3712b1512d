package dev.migrator.command;

import dev.migrator.operation.Operation;
import dev.migrator.revision.Revision;
import dev.migrator.revision.RevisionGraph;
import dev.migrator.revision.RevisionHeader;
import dev.migrator.revision.RevisionId;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Shows revisions whole. */
public final class ShowRevision {

  private static final String CURRENT = "current";

  private ShowRevision() {}

  /**
   * A revision, whole.
   *
   * @param info its place in the graph
   * @param path its file
   * @param upgrade what it does, a line each
   * @param downgrade what undoes it, a line each
   */
  public record Result(
      RevisionInfo info, Path path, List<String> upgrade, List<String> downgrade) {}

  /**
   * The revisions of a target; {@code current} is what the database is at.
   *
   * @throws dev.migrator.problem.ProblemException if there is none
   */
  public static List<Result> run(Project project, String target) {
    RevisionGraph graph = project.graph();
    List<RevisionHeader> headers =
        target.equals(CURRENT)
            ? project.currentRows().stream().map(id -> graph.resolve(id.value())).toList()
            : List.of(graph.resolve(target));
    return RevisionInfo.of(graph, headers, Set.of()).stream()
        .map(info -> result(project, info))
        .toList();
  }

  private static Result result(Project project, RevisionInfo info) {
    RevisionId id = info.header().id();
    Revision revision = project.revisions().read(id);
    return new Result(
        info, project.revisions().path(id), lines(revision.upgrade()), lines(revision.downgrade()));
  }

  private static List<String> lines(List<Operation> operations) {
    return operations.stream().map(Operation::describe).toList();
  }
}
