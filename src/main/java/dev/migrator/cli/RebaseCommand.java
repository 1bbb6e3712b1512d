package dev.migrator.cli;

import dev.migrator.command.Rebase;
import dev.migrator.revision.RevisionId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "rebase",
    description = {
      "Moves a revision, with all that follows it, behind the head of another line.",
      "",
      "One value in its file changes, 'revises'. A revision that is applied stays where it is."
    },
    footer = {"", "Examples:", "  migrator rebase aa79", "  migrator rebase aa79 --onto b31f"})
final class RebaseCommand implements CliCommand {

  @Parameters(paramLabel = "REVISION", description = "What to move: an id or its beginning, ….")
  private String revision = "";

  @Option(
      names = "--onto",
      paramLabel = "TARGET",
      description = "What it is to follow (default: the only other head).")
  private @Nullable String onto;

  @Override
  public int run(Session session) {
    Output output = session.output();
    Rebase.Result result =
        Rebase.run(session.project(), new Rebase.Request(revision, Optional.ofNullable(onto)));
    result
        .unasked()
        .ifPresent(
            reason ->
                output.warning(
                    "no database tells whether '%s' is applied: %s"
                        .formatted(result.revision(), reason)));
    if (!output.json(json(output, result))) {
      output.result(
          "%s follows %s now, not %s (%s)"
              .formatted(
                  result.revision(),
                  result.parent(),
                  result.before().map(RevisionId::value).orElse("base"),
                  output.path(result.file())));
    }
    return ExitCode.DONE;
  }

  private static Map<String, Object> json(Output output, Rebase.Result result) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("revision", result.revision().value());
    json.put("before", result.before().map(RevisionId::value).orElse(null));
    json.put("revises", result.parent().value());
    json.put("file", output.path(result.file()));
    return json;
  }
}
