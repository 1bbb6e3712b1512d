package dev.migrator.cli;

import dev.migrator.command.Heads;
import dev.migrator.command.RevisionInfo;
import java.util.List;
import picocli.CommandLine.Command;

@Command(
    name = "heads",
    description = "Shows the newest revision of each branch, from the files.",
    footer = {"", "Example:", "  migrator heads"})
final class HeadsCommand implements CliCommand {

  @Override
  public int run(Session session) {
    Output output = session.output();
    List<RevisionInfo> heads = Heads.run(session.project());
    if (!output.json(heads.stream().map(RevisionLines::json).toList())) {
      heads.forEach(
          head ->
              output.result(
                  "%s, %s".formatted(RevisionLines.marked(output, head), head.header().message())));
    }
    return ExitCode.DONE;
  }
}
