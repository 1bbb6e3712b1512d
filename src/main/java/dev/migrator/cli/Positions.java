package dev.migrator.cli;

import dev.migrator.execute.ExecutionResult;
import dev.migrator.revision.RevisionId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** Where a database is, as a sentence says it. */
final class Positions {

  private Positions() {}

  /** {@code a1b2, c3d4}, or {@code base}. */
  static String words(Collection<RevisionId> rows) {
    return rows.isEmpty()
        ? "base"
        : rows.stream().map(RevisionId::value).collect(Collectors.joining(", "));
  }

  /** The outcome of a command that moves a database, as JSON's values. */
  static Map<String, Object> json(ExecutionResult result) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("before", values(result.before()));
    json.put("after", values(result.after()));
    json.put(
        "revisions", result.steps().stream().map(step -> step.revision().id().value()).toList());
    return json;
  }

  private static List<String> values(SortedSet<RevisionId> rows) {
    return rows.stream().map(RevisionId::value).toList();
  }
}
