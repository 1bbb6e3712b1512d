package dev.migrator.cli;

import dev.migrator.command.History;
import dev.migrator.command.RevisionInfo;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "history",
    description = "Lists the revisions, newest first.",
    footer = {"", "Examples:", "  migrator history", "  migrator history -i"})
final class HistoryCommand implements CliCommand {

  @Option(
      names = {"-i", "--indicate-current"},
      description = "Mark the revisions that the database is at.")
  private boolean indicateCurrent;

  @Override
  public int run(Session session) {
    Output output = session.output();
    List<RevisionInfo> revisions =
        History.run(session.project(), new History.Request(indicateCurrent));
    if (!output.json(revisions.stream().map(RevisionLines::json).toList())) {
      revisions.forEach(revision -> output.result(RevisionLines.step(output, revision)));
    }
    return ExitCode.DONE;
  }
}
