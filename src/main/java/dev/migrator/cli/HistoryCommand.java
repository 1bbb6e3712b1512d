package dev.migrator.cli;

import dev.migrator.command.History;
import dev.migrator.command.Project;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "history",
    description = "Lists the revisions, newest first.",
    footer = {
      "",
      "Examples:",
      "  migrator history",
      "  migrator history -i -v",
      "  migrator history -r aa79:head",
      "  migrator history -r -3:current"
    })
final class HistoryCommand implements CliCommand {

  @Mixin private HistoryOptions options = new HistoryOptions();

  @Override
  public int run(Session session) {
    Project project = session.soundProject();
    Output output = session.output();
    History.Result result = session.sound(project, () -> History.run(project, options.request()));
    if (!output.json(RevisionLines.json(output, result.revisions()))) {
      RevisionLines.print(session, result.revisions(), RevisionLines::step);
    }
    return session.faults(project, result.faults());
  }
}
