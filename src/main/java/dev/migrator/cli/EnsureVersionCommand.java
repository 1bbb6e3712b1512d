package dev.migrator.cli;

import dev.migrator.command.EnsureVersion;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "ensure-version",
    description = "Creates the two tables that record the revisions, unless they are there.",
    footer = {
      "",
      "Examples:",
      "  migrator ensure-version",
      "  migrator ensure-version --sql | psql app"
    })
final class EnsureVersionCommand implements CliCommand {

  @Option(names = "--sql", description = "Print the statements instead; no database is asked.")
  private boolean sql;

  @Override
  public int run(Session session) {
    Output output = session.output();
    if (sql) {
      EnsureVersion.script(session.project()).lines().forEach(output::verbatim);
      return ExitCode.DONE;
    }
    List<String> created = EnsureVersion.run(session.project());
    if (!output.json(Map.of("created", created))) {
      if (created.isEmpty()) {
        output.result("nothing to do: the tables are there");
      }
      created.forEach(table -> output.result("created table " + table));
    }
    return ExitCode.DONE;
  }
}
