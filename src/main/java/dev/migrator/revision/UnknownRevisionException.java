package dev.migrator.revision;

import dev.migrator.problem.ProblemException;
import java.util.List;

/** A text names no revision. */
public final class UnknownRevisionException extends ProblemException {

  private static final long serialVersionUID = 1L;

  private final String asked;
  private final List<String> similar;

  /**
   * @param asked the text
   * @param similar ids and labels that it may have meant, the likeliest first
   */
  public UnknownRevisionException(String asked, List<String> similar) {
    super(
        "no revision or branch label '%s'%s"
            .formatted(
                asked,
                similar.isEmpty()
                    ? ". 'migrator history' lists the revisions."
                    : ". Did you mean '" + String.join("' or '", similar) + "'?"));
    this.asked = asked;
    this.similar = List.copyOf(similar);
  }

  /** The text that names no revision. */
  public String asked() {
    return asked;
  }

  /** Ids and labels that it may have meant. */
  public List<String> similar() {
    return similar;
  }
}
