package dev.migrator.cli;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "completion",
    description = "Prints a script that lets the shell complete commands and options.",
    footer = {
      "",
      "Examples:",
      "  source <(migrator completion bash)",
      "  migrator completion zsh > ~/.migrator-completion.zsh"
    })
final class CompletionCommand implements CliCommand {

  @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
  private Shell shell = Shell.bash;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public int run(Session session) {
    CommandLine migrator = spec.root().commandLine();
    String script =
        switch (shell) {
          // The script itself loads what lets zsh run completions of bash.
          case bash, zsh -> AutoComplete.bash(migrator.getCommandName(), migrator);
        };
    script.lines().forEach(session.output()::verbatim);
    return ExitCode.DONE;
  }

  /** The shells that the script is for. */
  enum Shell {
    bash,
    zsh
  }
}
