package dev.migrator.command;

import dev.migrator.revision.RevisionGraph;
import dev.migrator.revision.RevisionId;
import dev.migrator.revision.Target;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/**
 * {@code FROM:TO}, for which no database is asked where it is.
 *
 * @param from where the way begins; {@code base} where the text has nothing before the colon
 * @param to where it ends; empty where the text has nothing behind the colon
 */
record TargetRange(String from, String to) {

  private static final char SEPARATOR = ':';

  /** The range that a text is; none where it is a target. */
  static Optional<TargetRange> of(String text) {
    int colon = text.indexOf(SEPARATOR);
    if (colon < 0) {
      return Optional.empty();
    }
    String from = text.substring(0, colon);
    return Optional.of(new TargetRange(from.isEmpty() ? "base" : from, text.substring(colon + 1)));
  }

  /** The version rows of a database that is where the range begins. */
  SortedSet<RevisionId> rows(RevisionGraph graph) {
    return graph.stamp(Set.of(), List.of(Target.parse(from)));
  }
}
