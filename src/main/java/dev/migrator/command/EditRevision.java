package dev.migrator.command;

import dev.migrator.revision.file.RevisionReader;
import java.nio.file.Path;
import java.util.List;

/** Finds the files of revisions that a person wants to edit, and reads them afterwards. */
public final class EditRevision {

  private EditRevision() {}

  /**
   * The files of a target's revisions.
   *
   * @throws dev.migrator.problem.ProblemException if it means none
   */
  public static List<Path> files(Project project, String target) {
    return Revisions.named(project, target).stream()
        .map(header -> project.revisions().path(header.id()))
        .toList();
  }

  /**
   * Makes sure that files are revisions.
   *
   * @throws dev.migrator.revision.file.RevisionFileException with its place, if one is none
   */
  public static void verify(List<Path> files) {
    files.forEach(RevisionReader::read);
  }
}
