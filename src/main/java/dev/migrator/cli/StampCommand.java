package dev.migrator.cli;

import dev.migrator.command.Stamp;
import dev.migrator.execute.ExecutionResult;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "stamp",
    description = "Records revisions as applied without running them.",
    footer = {
      "",
      "Examples:",
      "  migrator stamp head",
      "  migrator stamp base",
      "  migrator stamp b31f aa79 --sql",
      "  migrator stamp base:head --sql"
    })
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

  @Option(
      names = "--sql",
      arity = "0..1",
      paramLabel = "STYLE",
      fallbackValue = "shell",
      description =
          "Print the statements instead, from where the database is, or of FROM:TO without a"
              + " database; --sql=plain leaves the shell's own lines out.")
  private MoveOptions.@Nullable SqlStyle sql;

  @Override
  public int run(Session session) {
    Output output = session.output();
    MoveOptions.SqlStyle style = sql;
    if (style != null) {
      Stamp.script(
              session.project(),
              new Stamp.Request(targets, purge),
              style == MoveOptions.SqlStyle.plain)
          .lines()
          .forEach(output::verbatim);
      return ExitCode.DONE;
    }
    ExecutionResult result =
        Stamp.run(session.project(), new Stamp.Request(targets, purge), new Progress(output));
    if (!output.json(Positions.json(result))) {
      output.result("now at " + Positions.words(result.after()));
    }
    return ExitCode.DONE;
  }
}
