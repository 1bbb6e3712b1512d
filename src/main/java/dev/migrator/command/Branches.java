package dev.migrator.command;

import dev.migrator.revision.RevisionHeader;
import java.util.List;

/** Finds the revisions that several follow, from the files alone. */
public final class Branches {

  private Branches() {}

  /**
   * A place where the history parts.
   *
   * @param point the revision that several follow
   * @param children those that follow it, oldest first
   */
  public record Result(RevisionInfo point, List<RevisionInfo> children) {}

  /** The branch points, oldest first. */
  public static List<Result> run(Project project) {
    return project.graph().branchPoints().stream().map(point -> result(project, point)).toList();
  }

  private static Result result(Project project, RevisionHeader point) {
    return new Result(
        RevisionInfo.of(project, List.of(point)).get(0),
        RevisionInfo.of(project, project.graph().children(point.id())));
  }
}
