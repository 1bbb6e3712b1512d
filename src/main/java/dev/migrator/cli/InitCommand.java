package dev.migrator.cli;

import dev.migrator.command.CommandException;
import dev.migrator.command.Init;
import dev.migrator.command.Template;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "init",
    description = "Starts a project: a commented migrator.yaml here and a migrations folder.",
    footer = {
      "",
      "Examples:",
      "  migrator init",
      "  migrator init db/migrations --template spring-boot"
    })
final class InitCommand implements CliCommand {

  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      defaultValue = "migrations",
      description = "The migrations folder (default: ${DEFAULT-VALUE}).")
  private String directory = "migrations";

  @Option(
      names = {"-t", "--template"},
      paramLabel = "NAME",
      defaultValue = "plain",
      completionCandidates = Candidates.Templates.class,
      description = "The kind of project (default: ${DEFAULT-VALUE}); list-templates shows them.")
  private String template = "plain";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public int run(Session session) {
    Init.Result result =
        Init.run(new Init.Request(session.configuration(), directory, known(template)));
    Output output = session.output();
    String configuration = output.path(result.configuration());
    String folder = output.path(result.directory()) + "/";
    if (!output.json(Map.of("created", List.of(configuration, folder)))) {
      output.result("created " + configuration);
      output.result("created " + folder);
    }
    output.progress(
        "Set database.url and models in %s, then: migrator revision --autogenerate -m \"first\""
            .formatted(configuration));
    return ExitCode.DONE;
  }

  private Template known(String name) {
    try {
      return Template.of(name);
    } catch (CommandException unknown) {
      throw new ParameterException(spec.commandLine(), String.valueOf(unknown.getMessage()));
    }
  }
}
