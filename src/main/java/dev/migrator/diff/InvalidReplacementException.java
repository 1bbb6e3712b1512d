package dev.migrator.diff;

import dev.migrator.problem.ProblemException;

/** What a person gave for a value that an enumeration loses cannot be. */
public final class InvalidReplacementException extends ProblemException {

  private static final long serialVersionUID = 1L;

  /**
   * @param text what stands behind {@code --replace}
   */
  InvalidReplacementException(String text, String reason) {
    super("--replace %s: %s%s".formatted(text, reason, reason.endsWith("?") ? "" : "."));
  }
}
