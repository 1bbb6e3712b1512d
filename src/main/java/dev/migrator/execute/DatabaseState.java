package dev.migrator.execute;

import dev.migrator.execute.HistoryEntry.Action;
import dev.migrator.revision.Direction;
import dev.migrator.revision.RevisionId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a database records of its revisions.
 *
 * @param tablesExist whether both of the tool's own tables are there
 * @param heads the version rows
 * @param partial the revisions that are neither applied nor undone as a whole
 * @param checksums for each applied revision its checksum when it was applied or stamped
 */
public record DatabaseState(
    boolean tablesExist,
    SortedSet<RevisionId> heads,
    List<PartialRevision> partial,
    SortedMap<RevisionId, String> checksums) {

  public DatabaseState {
    heads = Collections.unmodifiableSortedSet(new TreeSet<>(heads));
    partial = List.copyOf(partial);
    checksums = Collections.unmodifiableSortedMap(new TreeMap<>(checksums));
  }

  /** The revision's half-finished state, if it is in one. */
  Optional<PartialRevision> partial(RevisionId revision) {
    return partial.stream().filter(half -> half.revision().equals(revision)).findFirst();
  }

  /**
   * The state that rows tell.
   *
   * @param history the rows of the history, oldest first
   */
  static DatabaseState of(
      boolean tablesExist, SortedSet<RevisionId> heads, List<HistoryEntry> history) {
    Map<RevisionId, PartialRevision> partial = new LinkedHashMap<>();
    SortedMap<RevisionId, String> checksums = new TreeMap<>();
    for (HistoryEntry entry : history) {
      switch (entry.state()) {
        case FAILED -> {}
        case STARTED -> partial.put(entry.revision(), partial(entry, entry.group() - 1, true));
        case DONE -> {
          if (entry.group() < entry.groups()) {
            partial.put(entry.revision(), partial(entry, entry.group(), false));
          } else {
            partial.remove(entry.revision());
            finish(entry, checksums);
          }
        }
      }
    }
    return new DatabaseState(tablesExist, heads, List.copyOf(partial.values()), checksums);
  }

  private static void finish(HistoryEntry entry, SortedMap<RevisionId, String> checksums) {
    checksums.remove(entry.revision());
    boolean applied =
        switch (entry.action()) {
          case UPGRADE, STAMP -> true;
          case DOWNGRADE, UNSTAMP -> false;
        };
    if (applied) {
      entry.checksum().ifPresent(checksum -> checksums.put(entry.revision(), checksum));
    }
  }

  private static PartialRevision partial(HistoryEntry entry, int done, boolean interrupted) {
    return new PartialRevision(
        entry.revision(),
        entry.action() == Action.DOWNGRADE ? Direction.DOWNGRADE : Direction.UPGRADE,
        done,
        entry.groups(),
        interrupted,
        entry.checksum());
  }
}
