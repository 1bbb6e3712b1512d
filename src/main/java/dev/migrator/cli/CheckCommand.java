package dev.migrator.cli;

import dev.migrator.command.Check;
import dev.migrator.command.Project;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "check",
    description = {
      "Tells whether the database, the revisions and the models agree.",
      "",
      "Exits with 3 if they do not, with a line for each difference:",
      "  heads    the revisions end in two heads or more, and labels do not say that they shall",
      "  pending  a revision is not applied (the models are not compared then)",
      "  model    a new revision would hold this",
      "  drift    the database is not what its revisions made it",
      "  edited   the file of an applied revision has changed or is missing"
    },
    footer = {"", "Examples:", "  migrator check", "  migrator check -v --output json"})
final class CheckCommand implements CliCommand {

  @Option(names = "--strict", description = "Take a warning about the models as an error.")
  private boolean strict;

  @Mixin private KeepEnumsOption enums = new KeepEnumsOption();

  @Override
  public int run(Session session) {
    Output output = session.output();
    Project project = session.projectOrBegin();
    project
        .missingDirectory()
        .ifPresent(
            directory ->
                output.progress(
                    "the migrations directory %s does not exist: there are no revisions"
                        .formatted(output.path(directory))));
    Check.Result result = Check.run(project, strict, enums.keep());
    result.warnings().forEach(output::warning);
    if (!output.json(json(result))) {
      print(output, result);
    }
    return result.findings().isEmpty() ? ExitCode.DONE : ExitCode.FOUND;
  }

  private static void print(Output output, Check.Result result) {
    for (Check.Finding finding : result.findings()) {
      output.result("%-8s %s".formatted(word(finding) + ":", finding.text()));
    }
    result
        .unmanaged()
        .forEach(object -> output.detail("left alone, no model or revision knows it: " + object));
    if (result.findings().isEmpty()) {
      output.result("no differences");
    }
    result.advice().forEach(output::progress);
  }

  private static Map<String, Object> json(Check.Result result) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("findings", result.findings().stream().map(CheckCommand::json).toList());
    json.put("advice", result.advice());
    json.put("unmanaged", List.copyOf(result.unmanaged()));
    json.put("warnings", result.warnings());
    return json;
  }

  private static Map<String, Object> json(Check.Finding finding) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("reason", word(finding));
    json.put("text", finding.text());
    return json;
  }

  private static String word(Check.Finding finding) {
    return finding.reason().name().toLowerCase(Locale.ROOT);
  }
}
