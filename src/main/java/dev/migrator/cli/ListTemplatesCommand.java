package dev.migrator.cli;

import dev.migrator.command.Template;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

@Command(
    name = "list-templates",
    description = "Lists the kinds of project that init knows.",
    footer = {"", "Example:", "  migrator list-templates"})
final class ListTemplatesCommand implements CliCommand {

  @Override
  public int run(Session session) {
    Output output = session.output();
    Map<String, String> templates =
        Arrays.stream(Template.values())
            .collect(
                Collectors.toMap(
                    Template::word, Template::description, (a, b) -> a, LinkedHashMap::new));
    if (!output.json(templates)) {
      templates.forEach((name, text) -> output.result("%-12s  %s".formatted(name, text)));
    }
    return ExitCode.DONE;
  }
}
