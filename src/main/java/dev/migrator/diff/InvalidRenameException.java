package dev.migrator.diff;

import dev.migrator.problem.ProblemException;

/** A rename that a person gave cannot be. */
public final class InvalidRenameException extends ProblemException {

  private static final long serialVersionUID = 1L;

  InvalidRenameException(String text, String reason) {
    super("--rename %s: %s%s".formatted(text, reason, reason.endsWith("?") ? "" : "."));
  }
}
