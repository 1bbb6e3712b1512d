package dev.migrator.cli;

import dev.migrator.command.NewRevision;
import dev.migrator.revision.file.RevisionFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code revision}, {@code merge} and {@code squash} have in common: they write a file. */
final class NewFileOptions {

  @Option(
      names = "--branch-label",
      paramLabel = "LABEL",
      description = "A name for the branch that begins with it. Repeatable.")
  private List<String> branchLabels = new ArrayList<>();

  @Option(
      names = "--depends-on",
      paramLabel = "TARGET",
      description = "A revision or label that must be applied before. Repeatable.")
  private List<String> dependsOn = new ArrayList<>();

  @Option(
      names = "--rev-id",
      paramLabel = "ID",
      description = "Its identifier (default: 12 random hexadecimal digits).")
  private @Nullable String id;

  @Option(
      names = "--directory",
      paramLabel = "DIR",
      description =
          "Which of several migrations directories takes the file (default: that of the revision it"
              + " follows, else the first).")
  private @Nullable String directory;

  @Option(names = "--edit", description = "Open the file in the editor: $VISUAL or $EDITOR.")
  private boolean edit;

  /** The revision that the options ask for. */
  NewRevision revision(
      String message, List<String> parents, boolean splice, RevisionFormat format) {
    return new NewRevision(
        message,
        parents,
        splice,
        branchLabels,
        dependsOn,
        Optional.ofNullable(id),
        Optional.ofNullable(directory),
        format);
  }

  /** Opens the file that was written, where that is wanted. */
  void editIfAsked(Session session, Path file) {
    if (edit) {
      session.editor().open(List.of(file));
    }
  }
}
