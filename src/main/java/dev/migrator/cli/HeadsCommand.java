package dev.migrator.cli;

import dev.migrator.command.Heads;
import dev.migrator.command.Project;
import dev.migrator.command.RevisionInfo;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "heads",
    description = "Shows the newest revision of each branch, from the files.",
    footer = {"", "Examples:", "  migrator heads", "  migrator heads -v --resolve-dependencies"})
final class HeadsCommand implements CliCommand {

  @Option(
      names = "--resolve-dependencies",
      description = "Leave out a revision that another one depends on.")
  private boolean resolveDependencies;

  @Override
  public int run(Session session) {
    Project project = session.soundProject();
    Output output = session.output();
    List<RevisionInfo> heads = Heads.run(project, new Heads.Request(resolveDependencies));
    if (!output.json(RevisionLines.json(output, heads))) {
      RevisionLines.print(session, heads, RevisionLines::titled);
    }
    return session.faults(project);
  }
}
