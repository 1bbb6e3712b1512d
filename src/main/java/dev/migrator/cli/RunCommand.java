package dev.migrator.cli;

import dev.migrator.problem.Nearest;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Runs the command that was parsed, with the session it works in. */
final class RunCommand implements IExecutionStrategy {

  /** A relative target, the one kind of parameter that begins as an option does. */
  private static final Pattern STEPS_DOWN = Pattern.compile("-\\d+");

  private final CliEnvironment environment;

  RunCommand(CliEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public int execute(ParseResult result) {
    Integer help = CommandLine.executeHelpRequest(result);
    if (help != null) {
      return help;
    }
    ParseResult command = result.hasSubcommand() ? result.subcommand() : result;
    refuseMistypedOptions(command);
    CommandLine commandLine = command.commandSpec().commandLine();
    MigratorCommand root = (MigratorCommand) result.commandSpec().userObject();
    try {
      Object user = command.commandSpec().userObject();
      if (user instanceof CliCommand runnable) {
        return runnable.run(new Session(environment, root.options));
      }
      root.run();
      return ExitCode.DONE;
    } catch (ParameterException usage) {
      throw usage;
    } catch (RuntimeException failure) {
      throw new CommandLine.ExecutionException(commandLine, "", failure);
    }
  }

  /** {@code downgrade --sqll} is a mistyped option, not a target. */
  private static void refuseMistypedOptions(ParseResult command) {
    CommandLine commandLine = command.commandSpec().commandLine();
    for (ArgSpec parameter : command.matchedPositionals()) {
      for (String text : parameter.originalStringValues()) {
        if (text.startsWith("-") && !STEPS_DOWN.matcher(text).matches()) {
          throw new ParameterException(
              commandLine, "unknown option '%s'%s".formatted(text, suggestion(commandLine, text)));
        }
      }
    }
  }

  private static String suggestion(CommandLine commandLine, String text) {
    List<String> known = List.copyOf(commandLine.getCommandSpec().optionsMap().keySet());
    return Nearest.to(text.toLowerCase(Locale.ROOT), known)
        .map(". Did you mean '%s'?"::formatted)
        .orElse("");
  }
}
