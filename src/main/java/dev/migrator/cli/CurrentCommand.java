package dev.migrator.cli;

import dev.migrator.command.Current;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "current",
    description = "Shows the revisions that the database is at; nothing at base.",
    footer = {"", "Examples:", "  migrator current", "  migrator current --check-heads"})
final class CurrentCommand implements CliCommand {

  @Option(names = "--check-heads", description = "Exit with 3 unless every revision is applied.")
  private boolean checkHeads;

  @Override
  public int run(Session session) {
    Output output = session.output();
    Current.Result result = Current.run(session.project(), new Current.Request(session.verbose()));
    if (!output.json(json(result))) {
      output.detail("database: " + result.database());
      result.revisions().forEach(revision -> output.result(RevisionLines.marked(output, revision)));
    }
    result.warnings().forEach(output::warning);
    return checkHeads && !result.atHeads() ? ExitCode.FOUND : ExitCode.DONE;
  }

  private static Map<String, Object> json(Current.Result result) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("database", result.database());
    json.put("revisions", result.revisions().stream().map(RevisionLines::json).toList());
    json.put("at_heads", result.atHeads());
    json.put("warnings", result.warnings());
    return json;
  }
}
