package dev.migrator.cli;

import dev.migrator.command.Init;
import dev.migrator.command.Template;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "init",
    description =
        "Starts a project: a commented migrator.yaml here and an empty migrations folder.",
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
      description = "The kind of project (default: ${DEFAULT-VALUE}); list-templates shows them.")
  private String template = "plain";

  @Override
  public int run(Session session) {
    Init.Result result =
        Init.run(new Init.Request(session.configuration(), directory, Template.of(template)));
    Output output = session.output();
    output.result("created " + output.path(result.configuration()));
    output.result("created " + output.path(result.directory()) + "/");
    output.progress(
        "Set database.url and models in %s, then: migrator revision --autogenerate -m \"first\""
            .formatted(output.path(result.configuration())));
    return ExitCode.DONE;
  }
}
