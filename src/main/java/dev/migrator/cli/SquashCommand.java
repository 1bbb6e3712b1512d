package dev.migrator.cli;

import dev.migrator.command.Squash;
import dev.migrator.revision.file.RevisionFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "squash",
    description = {
      "Writes one revision in place of several that follow one another.",
      "",
      "A new database runs that one. A database that is among those it replaces goes on with them",
      "as long as their files are there; one that has them all has the new one as well."
    },
    footer = {
      "",
      "Examples:",
      "  migrator squash base:aa79 -m \"version 1\"",
      "  migrator squash aa79:head -m \"version 2\""
    })
final class SquashCommand implements CliCommand {

  private static final int LONGEST_LIST = 10;

  @Parameters(
      paramLabel = "FROM:TO",
      description = "What to squash: all that an upgrade from FROM to TO runs.")
  private String range = "";

  @Mixin private MessageOption message = new MessageOption();

  @Mixin private NewFileOptions file = new NewFileOptions();

  @Override
  public int run(Session session) {
    Output output = session.output();
    Squash.Result result =
        Squash.run(
            session.project(),
            new Squash.Request(
                range, file.revision(message.line(), List.of(), true, RevisionFormat.YAML)));
    if (!output.json(json(output, result))) {
      output.result("created " + output.path(result.file()));
      output.result(
          "it replaces %d revisions (%d operations became %d)"
              .formatted(result.replaced().size(), result.before(), result.after()));
      output.progress(
          "Remove their files when every database is past them: " + files(output, result));
    }
    file.editIfAsked(session, result.file());
    return ExitCode.DONE;
  }

  /** The first of the files; a long list is cut. */
  private static String files(Output output, Squash.Result result) {
    int more = result.replaced().size() - LONGEST_LIST;
    String shown =
        result.replaced().stream()
            .limit(LONGEST_LIST)
            .map(output::path)
            .collect(Collectors.joining(", "));
    return more > 0 ? "%s and %d more".formatted(shown, more) : shown;
  }

  private static Map<String, Object> json(Output output, Squash.Result result) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", output.path(result.file()));
    json.put("revision", result.id().value());
    json.put("replaced", result.replaced().stream().map(output::path).toList());
    json.put("operations_before", result.before());
    json.put("operations_after", result.after());
    return json;
  }
}
