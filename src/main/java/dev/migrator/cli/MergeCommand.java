package dev.migrator.cli;

import dev.migrator.command.Merge;
import dev.migrator.revision.file.RevisionFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "merge",
    description = "Makes one line of several heads: writes an empty revision that follows them.",
    footer = {
      "",
      "Examples:",
      "  migrator merge",
      "  migrator merge aa79 b31f -m \"merge billing\""
    })
final class MergeCommand implements CliCommand {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "TARGET",
      arity = "0..*",
      description = "What to merge (default: all heads).")
  private List<String> targets = new ArrayList<>();

  @Option(
      names = {"-m", "--message"},
      paramLabel = "TEXT",
      description = "What the revision does, in a line (default: what it merges).")
  private @Nullable String message;

  @Option(names = "--splice", description = "Let it follow a revision that others follow already.")
  private boolean splice;

  @Mixin private NewFileOptions file = new NewFileOptions();

  @Override
  public int run(Session session) {
    Output output = session.output();
    String text = message;
    Merge.Result result =
        Merge.run(
            session.project(),
            file.revision(
                text == null ? "" : MessageOption.line(spec, text),
                targets,
                splice,
                RevisionFormat.YAML));
    if (!output.json(json(output, result))) {
      output.result("created " + output.path(result.file()));
    }
    file.editIfAsked(session, result.file());
    return ExitCode.DONE;
  }

  private static Map<String, Object> json(Output output, Merge.Result result) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", output.path(result.file()));
    json.put("revision", result.id().value());
    json.put("revises", result.parents().stream().map(parent -> parent.value()).toList());
    return json;
  }
}
