package dev.migrator.problem;

/**
 * Something is wrong that the user can mend: the message is one clear sentence or two (what is
 * wrong, with which named thing, what to do), without a prefix. A programming error is never one.
 */
public abstract class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  protected ProblemException(String message) {
    super(message);
  }

  protected ProblemException(String message, Throwable cause) {
    super(message, cause);
  }
}
