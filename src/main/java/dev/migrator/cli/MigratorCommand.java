package dev.migrator.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command without a subcommand: it only knows the others. */
@Command(
    name = "migrator",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = VersionProvider.class,
    description = {
      "",
      "Generates database migrations from annotated Java classes, and runs them.",
      ""
    },
    subcommands = {
      InitCommand.class,
      ListTemplatesCommand.class,
      RevisionCommand.class,
      MergeCommand.class,
      RebaseCommand.class,
      SquashCommand.class,
      EditCommand.class,
      ImportCommand.class,
      UpgradeCommand.class,
      DowngradeCommand.class,
      CurrentCommand.class,
      HistoryCommand.class,
      GraphCommand.class,
      HeadsCommand.class,
      BranchesCommand.class,
      ShowCommand.class,
      StampCommand.class,
      EnsureVersionCommand.class,
      CheckCommand.class,
      SchemaCommand.class,
      CompletionCommand.class
    },
    footer = {
      "",
      "Examples:",
      "  migrator init",
      "  migrator revision --autogenerate -m \"add posts\"",
      "  migrator upgrade head",
      "  migrator -n production check",
      "",
      "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 check found something,",
      "  4 another migration held the lock for too long."
    })
final class MigratorCommand implements Runnable {

  @Mixin GlobalOptions options = new GlobalOptions();

  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "a command is missing. 'migrator --help' lists them.");
  }
}
