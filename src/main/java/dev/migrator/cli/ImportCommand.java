package dev.migrator.cli;

import dev.migrator.command.Import;
import dev.migrator.command.Project;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "import",
    description = {
      "Writes the first revision of a database that is there already, and records it as applied."
    },
    footer = {
      "",
      "Examples:",
      "  migrator import -m baseline",
      "  migrator --url postgresql://localhost/shop import -m baseline --no-stamp"
    })
final class ImportCommand implements CliCommand {

  @Mixin private MessageOption message = new MessageOption();

  @Option(
      names = "--no-stamp",
      description = "Write the file alone: the database is not told of it.")
  private boolean unstamped;

  @Override
  public int run(Session session) {
    Output output = session.output();
    Project project = session.projectOrBegin();
    Optional<Path> missing = project.missingDirectory();
    Import.Result result =
        Import.run(project, new Import.Request(message.line(), !unstamped), new Progress(output));
    missing.ifPresent(output::madeMigrations);
    if (!output.json(json(output, result))) {
      print(output, result);
    }
    if (!result.unmodelled().isEmpty()) {
      output.warning(
          "no model knows %s. 'revision --autogenerate' drops tables that a revision has and no model: to keep them, name them in database.exclude."
              .formatted(String.join(", ", result.unmodelled())));
    }
    return ExitCode.DONE;
  }

  private static void print(Output output, Import.Result result) {
    output.result(
        "found: "
            + result.counts().entrySet().stream()
                .map(kind -> count(kind.getValue(), kind.getKey()))
                .collect(Collectors.joining(", ")));
    output.result("created " + output.path(result.file()));
    if (!result.leftOut().isEmpty()) {
      output.result("left out, since no revision can recreate it:");
      result.leftOut().forEach(thing -> output.result("  " + thing));
    }
    if (!result.needed().isEmpty()) {
      output.result(
          "not recreated, since include and exclude leave it out, but needed: it has to be there before the revision runs:");
      result.needed().forEach(thing -> output.result("  " + thing));
    }
    output.result(
        result.stamped()
            ? "recorded as applied"
            : "not recorded: run 'migrator stamp head' where the database has it already");
  }

  private static String count(int number, String kind) {
    return number + " " + (number == 1 ? kind : plural(kind));
  }

  private static String plural(String kind) {
    if (kind.endsWith("y")) {
      return kind.substring(0, kind.length() - 1) + "ies";
    }
    return kind.endsWith("s") ? kind : kind + "s";
  }

  private static Map<String, Object> json(Output output, Import.Result result) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", output.path(result.file()));
    json.put("revision", result.revision().value());
    json.put("counts", result.counts());
    json.put("left_out", result.leftOut());
    json.put("needed", result.needed());
    json.put("unmodelled", result.unmodelled());
    json.put("stamped", result.stamped());
    return json;
  }
}
