package dev.migrator.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The message of a revision that a command writes. */
final class MessageOption {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(
      names = {"-m", "--message"},
      paramLabel = "TEXT",
      required = true,
      description = "What the revision does, in a line.")
  private String message = "";

  /**
   * Refuses a text that is no message.
   *
   * @return the text without white space around it
   */
  static String line(CommandSpec command, String message) {
    if (message.isBlank() || message.lines().count() > 1) {
      throw new ParameterException(
          command.commandLine(), "the message says in one line what the revision does: -m TEXT");
    }
    return message.strip();
  }

  /**
   * The message without white space around it.
   *
   * @throws ParameterException if it is empty or has several lines
   */
  String line() {
    return line(command, message);
  }
}
