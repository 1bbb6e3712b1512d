package dev.migrator.command;

import dev.migrator.problem.ProblemException;

/** A command cannot do what was asked of it. */
public final class CommandException extends ProblemException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message what is wrong and what to do
   */
  public CommandException(String message) {
    super(message);
  }

  /**
   * @param message what is wrong and what to do
   */
  public CommandException(String message, Throwable cause) {
    super(message, cause);
  }
}
