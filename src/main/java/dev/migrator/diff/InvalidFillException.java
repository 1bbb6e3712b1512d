package dev.migrator.diff;

import dev.migrator.problem.ProblemException;

/** What a person gave for the rows of a column cannot be. */
public final class InvalidFillException extends ProblemException {

  private static final long serialVersionUID = 1L;

  /**
   * @param text what stands behind the option
   */
  InvalidFillException(Fill.Form form, String text, String reason) {
    super("%s %s: %s%s".formatted(form.option(), text, reason, reason.endsWith("?") ? "" : "."));
  }
}
