package dev.migrator.command;

import dev.migrator.execute.DatabaseState;
import dev.migrator.revision.RevisionId;
import java.util.ArrayList;
import java.util.List;

/** Whether the files of applied revisions are what they were when they were applied. */
final class AppliedFiles {

  private AppliedFiles() {}

  /** A line for each file that changed or is missing. */
  static List<String> changes(Project project, DatabaseState state) {
    List<String> changes = new ArrayList<>();
    state
        .checksums()
        .forEach(
            (id, checksum) -> {
              if (project.graph().find(id).isEmpty()) {
                changes.add("revision '%s' is applied, but its file is missing".formatted(id));
              } else if (!project.revisions().checksum(id).equals(checksum)) {
                changes.add(
                    "revision '%s' has changed since it was applied (%s)"
                        .formatted(id, path(project, id)));
              }
            });
    return changes;
  }

  private static String path(Project project, RevisionId id) {
    return project.revisions().path(id).toString();
  }
}
