package dev.migrator.command;

import dev.migrator.revision.RevisionGraph;
import dev.migrator.revision.RevisionHeader;
import dev.migrator.revision.RevisionId;
import dev.migrator.revision.Target;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a person's words mean: a target, or {@code current} for what the database is at. */
final class Revisions {

  static final String CURRENT = "current";

  private Revisions() {}

  /**
   * The revisions of a text, oldest first.
   *
   * @throws dev.migrator.problem.ProblemException if it means none
   */
  static List<RevisionHeader> named(Project project, String text) {
    if (text.equals(CURRENT)) {
      Set<RevisionId> rows = project.currentRows();
      return project.graph(rows).tips(rows);
    }
    RevisionGraph graph = project.graph();
    List<RevisionHeader> found = graph.resolve(Target.parse(text));
    if (found.isEmpty()) {
      throw new CommandException(
          "'%s' is no revision: %s."
              .formatted(
                  text,
                  graph.history().isEmpty() ? "there is none yet" : "nothing is applied there"));
    }
    return found;
  }

  /**
   * Where an upgrade or downgrade of a database goes.
   *
   * @throws CommandException if the text is a range, since the database itself says where to begin
   */
  static Target destination(String text) {
    Optional<TargetRange> range = TargetRange.of(text);
    if (range.isPresent()) {
      throw new CommandException(
          "'%s' is a range, which only --sql and --plan take. Give where to go alone: %s."
              .formatted(text, range.get().to()));
    }
    return Target.parse(text);
  }

  static Set<RevisionId> ids(List<RevisionHeader> headers) {
    return headers.stream().map(RevisionHeader::id).collect(Collectors.toSet());
  }
}
