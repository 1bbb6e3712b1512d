package dev.migrator.cli;

import dev.migrator.command.Stamp;
import dev.migrator.execute.ExecutionResult;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "stamp",
    description = "Records revisions as applied without running them.",
    footer = {"", "Examples:", "  migrator stamp head", "  migrator stamp base"})
final class StampCommand implements CliCommand {

  @Parameters(
      paramLabel = "TARGET",
      arity = "1..*",
      description = "head, heads, base, or an id or its beginning.")
  private List<String> targets = new ArrayList<>();

  @Option(
      names = "--purge",
      description = "Forget all recorded revisions first, even those that no file has.")
  private boolean purge;

  @Override
  public int run(Session session) {
    Output output = session.output();
    ExecutionResult result =
        Stamp.run(session.project(), new Stamp.Request(targets, purge), new Progress(output));
    if (!output.json(Positions.json(result))) {
      output.result("now at " + Positions.words(result.after()));
    }
    return ExitCode.DONE;
  }
}
