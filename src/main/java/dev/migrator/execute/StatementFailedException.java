package dev.migrator.execute;

import dev.migrator.problem.ProblemException;
import dev.migrator.revision.RevisionId;
import dev.migrator.revision.RevisionStep;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** A statement of a revision failed. Its transaction was rolled back. */
public final class StatementFailedException extends ProblemException {

  private static final long serialVersionUID = 1L;

  private static final int SHOWN_LINES = 12;

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
   * @param sql the statement; empty for a class of the user's, and where the reason says all
   * @param reason the server's message
   * @param position where in the statement: {@code line 2, column 7}
   * @param advice what to do, where the reason does not tell
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
      Optional<String> advice,
      int group,
      int groups,
      boolean alone) {

    String sentence() {
      String what =
          "the %s of revision '%s' (%s) failed: %s: %s"
              .formatted(
                  command(), step.revision().id(), step.revision().message(), description, reason);
      String where = position.map(place -> " (" + place + ")").orElse("");
      String text = sql.map(Facts::indented).orElse("");
      String help = advice.map(given -> "\n" + given).orElse("");
      return what + where + text + help + "\n" + outcome();
    }

    /** The beginning of a long text is enough to find it by. */
    private static String indented(String sql) {
      List<String> lines = sql.lines().toList();
      String shown =
          lines.stream()
              .limit(SHOWN_LINES)
              .map(line -> "\n  " + line)
              .collect(Collectors.joining());
      return lines.size() > SHOWN_LINES ? shown + "\n  …" : shown;
    }

    private String command() {
      return switch (step.direction()) {
        case UPGRADE -> "upgrade";
        case DOWNGRADE -> "downgrade";
      };
    }

    private String outcome() {
      if (groups == 1 && !alone) {
        return "It was rolled back as a whole; the database is at %s.".formatted(at(step.before()));
      }
      String committed =
          group == 1
              ? "Nothing of it is committed"
              : "%d of its %d commit groups stay committed".formatted(group - 1, groups);
      String rest =
          alone
              ? "the statement ran outside a transaction and may have left something behind"
              : "the statements since were rolled back";
      return "%s; %s. 'migrator %s' continues there.".formatted(committed, rest, command());
    }

    private static String at(SortedSet<RevisionId> heads) {
      return heads.isEmpty()
          ? "base"
          : heads.stream().map(RevisionId::value).collect(Collectors.joining(", "));
    }
  }
}
