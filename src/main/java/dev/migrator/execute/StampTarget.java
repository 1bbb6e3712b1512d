package dev.migrator.execute;

import dev.migrator.execute.HistoryEntry.Action;
import dev.migrator.execute.HistoryEntry.State;
import dev.migrator.revision.RevisionId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a database is said to have.
 *
 * @param heads the version rows
 * @param applied every revision that these imply, the heads among them
 */
public record StampTarget(SortedSet<RevisionId> heads, List<Stamped> applied) {

  public StampTarget {
    applied = List.copyOf(applied);
  }

  /**
   * A revision that counts as applied.
   *
   * @param revision the revision
   * @param message its message
   * @param checksum its checksum, which is what an edited file is compared with from now on
   */
  public record Stamped(RevisionId revision, String message, String checksum) {}

  /**
   * The statements that make it so; half-finished revisions are settled by them.
   *
   * @param now the moment, if it is known when they are run
   */
  List<String> statements(Bookkeeping bookkeeping, DatabaseState state, Optional<Instant> now) {
    List<String> statements = new ArrayList<>(bookkeeping.versions().move(state.heads(), heads));
    for (Stamped stamped : applied) {
      boolean known =
          stamped.checksum().equals(state.checksums().get(stamped.revision()))
              && state.partial(stamped.revision()).isEmpty();
      if (!known) {
        statements.add(
            bookkeeping
                .history()
                .insert(
                    entry(
                        stamped.revision(),
                        Action.STAMP,
                        Optional.of(stamped.checksum()),
                        stamped.message(),
                        now)));
      }
    }
    for (RevisionId gone : gone(state)) {
      statements.add(
          bookkeeping.history().insert(entry(gone, Action.UNSTAMP, Optional.empty(), "", now)));
    }
    return statements;
  }

  /** What the history takes for applied or half-finished, but the target does not imply. */
  private SortedSet<RevisionId> gone(DatabaseState state) {
    Set<RevisionId> kept = applied.stream().map(Stamped::revision).collect(Collectors.toSet());
    SortedSet<RevisionId> gone = new TreeSet<>(state.checksums().keySet());
    state.partial().forEach(half -> gone.add(half.revision()));
    gone.removeAll(kept);
    return gone;
  }

  private static HistoryEntry entry(
      RevisionId revision,
      Action action,
      Optional<String> checksum,
      String message,
      Optional<Instant> now) {
    return new HistoryEntry(
        revision,
        action,
        State.DONE,
        1,
        1,
        checksum,
        message,
        now,
        Optional.of(Duration.ZERO),
        Optional.empty());
  }
}
