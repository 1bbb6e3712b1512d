package dev.migrator.command;

import dev.migrator.execute.DatabaseState;
import dev.migrator.revision.RevisionId;
import java.util.ArrayList;
import java.util.List;

/** Whether the files of applied revisions are what they were when they were applied. */
final class AppliedFiles {

  private AppliedFiles() {}

  /** Whether each version row is a revision that has a file. */
  static boolean allRowsKnown(Project project, DatabaseState state) {
    return state.heads().stream().allMatch(id -> isKnown(project, id));
  }

  /** A line for each file that changed or is missing. */
  static List<String> changes(Project project, DatabaseState state) {
    List<String> changes = new ArrayList<>();
    state.heads().stream()
        .filter(id -> !state.checksums().containsKey(id))
        .filter(id -> !isKnown(project, id))
        .forEach(id -> changes.add(missing(id)));
    state
        .checksums()
        .forEach(
            (id, checksum) -> {
              if (!isKnown(project, id)) {
                changes.add(missing(id));
              } else if (project.revisions().find(id).isPresent()
                  && !project.revisions().checksum(id).equals(checksum)) {
                changes.add(
                    "revision '%s' has changed since it was applied (%s)"
                        .formatted(id, path(project, id)));
              }
            });
    return changes;
  }

  /** Whether it has a file, or one that replaces it. */
  private static boolean isKnown(Project project, RevisionId id) {
    return project.revisions().find(id).isPresent()
        || project.revisions().headers().stream()
            .anyMatch(header -> header.replaces().contains(id));
  }

  private static String missing(RevisionId id) {
    return "revision '%s' is applied, but its file is missing".formatted(id);
  }

  private static String path(Project project, RevisionId id) {
    return project.revisions().path(id).toString();
  }
}
