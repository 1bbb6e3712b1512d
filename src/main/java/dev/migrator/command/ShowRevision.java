package dev.migrator.command;

import dev.migrator.operation.Operation;
import dev.migrator.revision.Revision;
import java.util.List;

/** Shows revisions whole. */
public final class ShowRevision {

  private ShowRevision() {}

  /**
   * A revision, whole.
   *
   * @param info its place in the graph
   * @param upgrade what it does, a line each
   * @param downgrade what undoes it, a line each
   */
  public record Result(RevisionInfo info, List<String> upgrade, List<String> downgrade) {}

  /**
   * The revisions of a target; {@code current} is what the database is at.
   *
   * @throws dev.migrator.problem.ProblemException if there is none
   */
  public static List<Result> run(Project project, String target) {
    return RevisionInfo.of(project, Revisions.named(project, target)).stream()
        .map(info -> result(project, info))
        .toList();
  }

  private static Result result(Project project, RevisionInfo info) {
    Revision revision = project.revisions().read(info.header().id());
    return new Result(info, lines(revision.upgrade()), lines(revision.downgrade()));
  }

  private static List<String> lines(List<Operation> operations) {
    return operations.stream().map(Operation::describe).toList();
  }
}
