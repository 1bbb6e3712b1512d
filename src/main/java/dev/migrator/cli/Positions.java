package dev.migrator.cli;

import dev.migrator.revision.RevisionId;
import java.util.Collection;
import java.util.stream.Collectors;

/** Where a database is, as a sentence says it. */
final class Positions {

  private Positions() {}

  /** {@code now at a1b2}. */
  static String now(Collection<RevisionId> rows) {
    return "now at " + words(rows);
  }

  /** {@code a1b2, c3d4}, or {@code base}. */
  static String words(Collection<RevisionId> rows) {
    return rows.isEmpty()
        ? "base"
        : rows.stream().map(RevisionId::value).collect(Collectors.joining(", "));
  }
}
