package dev.migrator.revision;

import dev.migrator.problem.ProblemException;
import java.util.List;

/** The revisions do not form a history. */
public final class InvalidGraphException extends ProblemException {

  private static final long serialVersionUID = 1L;

  private final transient RevisionId culprit;
  private final String key;

  private InvalidGraphException(RevisionId culprit, String key, String message) {
    super(message);
    this.culprit = culprit;
    this.key = key;
  }

  /** The revision whose header is wrong. */
  public RevisionId culprit() {
    return culprit;
  }

  /** What is wrong in it, as files call it: {@code revises}. */
  public String key() {
    return key;
  }

  static InvalidGraphException duplicate(RevisionId id) {
    return new InvalidGraphException(
        id,
        "revision",
        "revision '%s' exists twice. Give one of the two another id.".formatted(id));
  }

  static InvalidGraphException reserved(String key, String name, RevisionId holder) {
    return new InvalidGraphException(
        holder,
        key,
        "%s '%s' is a word with a meaning of its own. Give another one."
            .formatted(key.equals("revision") ? "revision id" : "branch label", name));
  }

  static InvalidGraphException missingParent(RevisionId child, RevisionId parent) {
    return new InvalidGraphException(
        child,
        "revises",
        "revision '%s' follows '%s', which does not exist. Bring its file back or correct 'revises'."
            .formatted(child, parent));
  }

  static InvalidGraphException missingDependency(RevisionId revision, String dependency) {
    return new InvalidGraphException(
        revision,
        "depends_on",
        "revision '%s' depends on '%s', which is neither a revision nor a branch label. Bring its file back or correct 'depends_on'."
            .formatted(revision, dependency));
  }

  static InvalidGraphException ambiguousDependency(
      RevisionId revision, String dependency, List<RevisionId> matches) {
    return new InvalidGraphException(
        revision,
        "depends_on",
        "revision '%s' depends on '%s', which may be any of %s. Give more characters in 'depends_on'."
            .formatted(revision, dependency, Words.list(matches)));
  }

  static InvalidGraphException selfLoop(RevisionId revision) {
    return new InvalidGraphException(
        revision, "revises", "revision '%s' follows or depends on itself.".formatted(revision));
  }

  static InvalidGraphException cycle(List<RevisionId> cycle) {
    return new InvalidGraphException(
        cycle.get(0),
        "revises",
        "revisions %s follow one another in a circle. Correct 'revises' or 'depends_on' of one of them."
            .formatted(Words.list(cycle)));
  }

  static InvalidGraphException labelTwice(String label, RevisionId first, RevisionId second) {
    return new InvalidGraphException(
        second,
        "branch_labels",
        first.equals(second)
            ? "revision '%s' has branch label '%s' twice.".formatted(first, label)
            : "branch label '%s' is on two revisions: %s and %s. Remove it from one of them."
                .formatted(label, first, second));
  }

  static InvalidGraphException labelIsId(String label, RevisionId holder) {
    return new InvalidGraphException(
        holder,
        "branch_labels",
        "branch label '%s' of revision '%s' is the id of a revision. Give another one."
            .formatted(label, holder));
  }

  static InvalidGraphException labelForm(String label, RevisionId holder) {
    return new InvalidGraphException(
        holder,
        "branch_labels",
        "branch label '%s' of revision '%s' has a character that is not allowed: none of @ : + - and white space may stand in it."
            .formatted(label, holder));
  }
}
