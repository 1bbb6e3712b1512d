package dev.migrator.cli;

import dev.migrator.command.EditRevision;
import dev.migrator.command.Project;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "edit",
    description = "Opens a revision's file in the editor, $VISUAL or $EDITOR, and reads it after.",
    footer = {"", "Examples:", "  migrator edit head", "  EDITOR=nano migrator edit aa79"})
final class EditCommand implements CliCommand {

  @Parameters(
      paramLabel = "REVISION",
      description = "An id or its beginning, head, base+1, …, or current: what the database is at.")
  private String revision = "";

  @Override
  public int run(Session session) {
    Project project = session.soundProject();
    List<Path> files = session.sound(project, () -> EditRevision.files(project, revision));
    Output output = session.output();
    if (files.isEmpty()) {
      output.progress("the database is at base: there is nothing to edit");
      return session.faults(project);
    }
    session.editor().open(files);
    if (!output.json(files.stream().map(output::path).toList())) {
      files.forEach(file -> output.result("edited " + output.path(file)));
    }
    return session.faults(project);
  }
}
