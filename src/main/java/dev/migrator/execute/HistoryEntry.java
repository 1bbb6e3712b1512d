package dev.migrator.execute;

import dev.migrator.revision.Direction;
import dev.migrator.revision.RevisionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One row of the history.
 *
 * @param revision the revision
 * @param action what was done with it
 * @param state how far it came
 * @param group which commit group, counted from 1
 * @param groups how many commit groups the revision has
 * @param checksum the revision's checksum then
 * @param message the revision's message
 * @param startedAt when it began; empty in a script, whose time is not known
 * @param duration how long it took
 * @param error what went wrong
 */
record HistoryEntry(
    RevisionId revision,
    Action action,
    State state,
    int group,
    int groups,
    Optional<String> checksum,
    String message,
    Optional<Instant> startedAt,
    Optional<Duration> duration,
    Optional<String> error) {

  /** What was done with a revision. */
  enum Action {
    UPGRADE,
    DOWNGRADE,
    /** It counts as applied without having been run. */
    STAMP,
    /** It counts as not applied without having been undone. */
    UNSTAMP;

    static Action of(Direction direction) {
      return switch (direction) {
        case UPGRADE -> UPGRADE;
        case DOWNGRADE -> DOWNGRADE;
      };
    }

    static Action of(String text) {
      return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** The word in the table: {@code upgrade}. */
    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How far a commit group came. */
  enum State {
    /** It runs outside any transaction; whether it ended is not known. */
    STARTED,
    /** It is committed. */
    DONE,
    /** It was rolled back. */
    FAILED;

    static State of(String text) {
      return valueOf(text.toUpperCase(Locale.ROOT));
    }

    /** The word in the table: {@code done}. */
    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
