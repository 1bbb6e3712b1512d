package dev.migrator.cli;

import dev.migrator.command.Project;
import dev.migrator.command.ShowRevision;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "show",
    description = "Shows a revision: its place, its file, what it does.",
    footer = {
      "",
      "Examples:",
      "  migrator show head",
      "  migrator show aa79",
      "  migrator show current"
    })
final class ShowCommand implements CliCommand {

  @Parameters(
      paramLabel = "REVISION",
      description =
          "An id or its beginning, head, heads, a label, base+1, …, or current: what the database is at.")
  private String revision = "";

  @Override
  public int run(Session session) {
    Project project = session.soundProject();
    Output output = session.output();
    List<ShowRevision.Result> results =
        session.sound(project, () -> ShowRevision.run(project, revision));
    if (!output.json(results.stream().map(result -> json(output, result)).toList())) {
      for (int index = 0; index < results.size(); index++) {
        if (index > 0) {
          output.result("");
        }
        RevisionLines.whole(output, results.get(index)).forEach(output::result);
      }
    }
    return session.faults(project);
  }

  private static Map<String, Object> json(Output output, ShowRevision.Result result) {
    Map<String, Object> json = new LinkedHashMap<>(RevisionLines.json(output, result.info()));
    json.put("upgrade", result.upgrade());
    json.put("downgrade", result.downgrade());
    return json;
  }
}
