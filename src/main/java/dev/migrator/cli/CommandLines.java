package dev.migrator.cli;

import dev.migrator.dialect.LockTimeoutException;
import dev.migrator.problem.Nearest;
import dev.migrator.problem.ProblemException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** How the command line behaves as a whole: its streams, its errors, its exit codes. */
final class CommandLines {

  private CommandLines() {}

  static CommandLine configure(CommandLine commandLine, CliEnvironment environment) {
    PrintWriter out = printer(environment.out());
    PrintWriter err = printer(environment.err());
    return commandLine
        .setOut(out)
        .setErr(err)
        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUnmatchedOptionsArePositionalParams(true)
        .setExecutionStrategy(new RunCommand(environment))
        .setParameterExceptionHandler(usageErrors(environment))
        .setExecutionExceptionHandler(failures(environment));
  }

  private static PrintWriter printer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }

  /** One line, where to read more, exit code 2. */
  private static IParameterExceptionHandler usageErrors(CliEnvironment environment) {
    return (problem, arguments) -> {
      CommandSpec command = problem.getCommandLine().getCommandSpec();
      MigratorCommand root = (MigratorCommand) command.root().userObject();
      Output output = new Output(environment, root.options);
      output.error(sentence(problem, List.of(arguments)));
      output.progress("See '%s --help'.".formatted(command.qualifiedName()));
      return ExitCode.USAGE;
    };
  }

  private static String sentence(ParameterException problem, List<String> arguments) {
    if (problem instanceof UnmatchedArgumentException unmatched) {
      String word =
          unknownOption(problem.getCommandLine(), arguments)
              .orElse(unmatched.getUnmatched().get(0));
      return "'%s' is no command and no option here%s"
          .formatted(word, suggestion(problem.getCommandLine(), word));
    }
    return String.valueOf(problem.getMessage()).replace("option option", "option");
  }

  /**
   * What looks like an option is taken for a parameter, and the parameter behind it is too much.
   */
  private static Optional<String> unknownOption(CommandLine commandLine, List<String> arguments) {
    return arguments.stream()
        .filter(argument -> argument.matches("--[a-z].*"))
        .filter(
            argument ->
                !commandLine
                    .getCommandSpec()
                    .optionsMap()
                    .containsKey(argument.replaceFirst("=.*", "")))
        .findFirst();
  }

  private static String suggestion(CommandLine commandLine, String word) {
    List<String> known = new ArrayList<>(commandLine.getSubcommands().keySet());
    known.addAll(commandLine.getCommandSpec().optionsMap().keySet());
    return Nearest.to(word, known).map(". Did you mean '%s'?"::formatted).orElse(".");
  }

  private static IExecutionExceptionHandler failures(CliEnvironment environment) {
    return (failure, commandLine, result) -> {
      MigratorCommand root = (MigratorCommand) commandLine.getCommandSpec().root().userObject();
      Output output = new Output(environment, root.options);
      output.error(message(failure, root.options.stackTrace));
      if (root.options.stackTrace) {
        failure.printStackTrace(environment.err());
      }
      return failure instanceof LockTimeoutException ? ExitCode.LOCKED : ExitCode.FAILED;
    };
  }

  private static String message(Exception failure, boolean stackTraceFollows) {
    if (failure instanceof ProblemException) {
      return String.valueOf(failure.getMessage());
    }
    return "this is a fault of migrator itself: %s%s"
        .formatted(
            failure, stackTraceFollows ? "" : ". Run again with --stacktrace and report it.");
  }
}
