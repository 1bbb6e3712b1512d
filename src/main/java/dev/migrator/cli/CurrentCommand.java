package dev.migrator.cli;

import dev.migrator.command.Current;
import dev.migrator.command.Project;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "current",
    description = {
      "Shows the revisions that the database is at; nothing at base.",
      "",
      "With -v: the database, where each revision stands, and whether files of applied revisions",
      "are still what was applied. Exits with 3 with --check-heads if a revision is not applied."
    },
    footer = {"", "Examples:", "  migrator current", "  migrator current --check-heads"})
final class CurrentCommand implements CliCommand {

  @Option(names = "--check-heads", description = "Exit with 3 unless every revision is applied.")
  private boolean checkHeads;

  @Override
  public int run(Session session) {
    Output output = session.output();
    Project project = session.soundProject();
    Current.Result result = Current.run(project, new Current.Request(session.verbose()));
    if (!output.json(json(output, result))) {
      output.detail("database: " + result.database());
      RevisionLines.print(session, result.revisions(), RevisionLines::marked);
    }
    result.warnings().forEach(output::warning);
    int faults = session.faults(project, result.faults());
    return faults == ExitCode.DONE && checkHeads && !result.atHeads() ? ExitCode.FOUND : faults;
  }

  private static Map<String, Object> json(Output output, Current.Result result) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("database", result.database());
    json.put("revisions", RevisionLines.json(output, result.revisions()));
    json.put("at_heads", result.atHeads());
    json.put("warnings", result.warnings());
    json.put("faults", result.faults());
    return json;
  }
}
