package dev.migrator.command;

import dev.migrator.revision.RevisionGraph;
import dev.migrator.revision.RevisionId;
import java.nio.file.Path;
import java.util.List;

/** Makes one line of several heads: an empty revision that follows them all. */
public final class Merge {

  private Merge() {}

  /**
   * What was written.
   *
   * @param file the revision's file
   * @param id the revision
   * @param parents what it follows
   */
  public record Result(Path file, RevisionId id, List<RevisionId> parents) {}

  /**
   * Writes the revision.
   *
   * @param revision where it comes; all heads where it names no parents, and without a message it
   *     is called after them
   * @throws CommandException if there are not at least two, or one is before another
   */
  public static Result run(Project project, NewRevision revision) {
    Placement placement =
        Placement.of(
            project,
            revision.parents().isEmpty() ? revision.withParents(heads(project)) : revision);
    List<RevisionId> parents = placement.header().parents();
    requireSeveral(project.graph(), parents);
    Placement titled =
        revision.message().isEmpty() ? placement.withMessage(message(parents)) : placement;
    return new Result(titled.write(project, List.of(), List.of()), titled.header().id(), parents);
  }

  private static List<String> heads(Project project) {
    return project.graph().heads().stream().map(header -> header.id().value()).toList();
  }

  private static String message(List<RevisionId> parents) {
    return "merge " + String.join(", ", parents.stream().map(RevisionId::value).toList());
  }

  private static void requireSeveral(RevisionGraph graph, List<RevisionId> parents) {
    if (parents.size() < 2) {
      throw new CommandException(
          parents.isEmpty()
              ? "there is no revision yet, so there is nothing to merge."
              : "there is nothing to merge with '%s'. A merge takes two heads or more."
                  .formatted(parents.get(0)));
    }
    for (RevisionId upper : parents) {
      for (RevisionId lower : parents) {
        if (!upper.equals(lower) && graph.follows(upper, lower)) {
          throw new CommandException(
              "'%s' follows '%s' already, so there is nothing to merge in these two."
                  .formatted(upper, lower));
        }
      }
    }
  }
}
