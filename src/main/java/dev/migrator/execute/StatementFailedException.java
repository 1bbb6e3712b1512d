package dev.migrator.execute;

import dev.migrator.problem.ProblemException;
import dev.migrator.revision.Direction;
import dev.migrator.revision.RevisionId;
import dev.migrator.revision.RevisionStep;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** A statement of a revision failed. Its transaction was rolled back. */
public final class StatementFailedException extends ProblemException {

  private static final long serialVersionUID = 1L;

  private final transient Facts facts;

  StatementFailedException(Facts facts, Throwable cause) {
    super(facts.sentence(), cause);
    this.facts = facts;
  }

  /** What is known of the failure. */
  public Facts facts() {
    return facts;
  }

  /**
   * A failure.
   *
   * @param step what was being done
   * @param description what the statement is for
   * @param sql the statement; empty for a class of the user's
   * @param reason the server's message
   * @param position where in the statement: {@code line 2, column 7}
   * @param group the commit group that failed, counted from 1
   * @param groups how many the revision has
   * @param alone whether it ran outside any transaction, so that it may have left something
   */
  public record Facts(
      RevisionStep step,
      String description,
      Optional<String> sql,
      String reason,
      Optional<String> position,
      int group,
      int groups,
      boolean alone) {

    String sentence() {
      return "%s of revision '%s' (%s) failed: %s: %s%s%n%s%s"
          .formatted(
              verb(),
              step.revision().id(),
              step.revision().message(),
              description,
              reason,
              position.map(place -> " (" + place + ")").orElse(""),
              sql.map(text -> "  " + text.replace("\n", "\n  ") + "\n").orElse(""),
              outcome())
          .replace(System.lineSeparator(), "\n");
    }

    private String verb() {
      return step.direction() == Direction.UPGRADE ? "the upgrade" : "the downgrade";
    }

    private String outcome() {
      String command = step.direction() == Direction.UPGRADE ? "upgrade" : "downgrade";
      String done =
          group == 1
              ? "Nothing of it is committed"
              : "%d of its %d commit groups stay committed".formatted(group - 1, groups);
      String rest =
          alone
              ? "; the statement ran outside a transaction and may have left something behind."
              : "; the statements since were rolled back.";
      String whole =
          groups == 1 && !alone
              ? "It was rolled back as a whole; the database is at %s.".formatted(at(step.before()))
              : "%s%s '%s' continues there.".formatted(done, rest, "migrator " + command);
      return whole;
    }

    private static String at(SortedSet<RevisionId> heads) {
      return heads.isEmpty()
          ? "base"
          : heads.stream().map(RevisionId::value).collect(Collectors.joining(", "));
    }
  }
}
