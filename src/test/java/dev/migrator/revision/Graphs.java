package dev.migrator.revision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Graphs and states in a line of text: {@code "a, b(a), c(b) #label, d(c b) +x"} is a base, its
 * child, a labelled child of that, and a merge that depends on {@code x}. {@code "s =a =b"}
 * replaces two.
 */
final class Graphs {

  private Graphs() {}

  static RevisionGraph graph(String text) {
    return RevisionGraph.of(headers(text));
  }

  static List<RevisionHeader> headers(String text) {
    List<RevisionHeader> headers = new ArrayList<>();
    for (String revision : text.split(",")) {
      headers.add(header(revision.strip(), headers.size()));
    }
    return headers;
  }

  private static RevisionHeader header(String text, int number) {
    String[] words = text.replaceAll("\\((.*?)\\)", "").split("\\s+");
    String parents = text.contains("(") ? text.replaceAll(".*\\((.*?)\\).*", "$1") : "";
    return new RevisionHeader(
        new RevisionId(words[0]),
        ids(parents).stream().toList(),
        marked(words, "+"),
        marked(words, "#"),
        marked(words, "=").stream().map(RevisionId::new).toList(),
        "",
        Instant.EPOCH.plusSeconds(number));
  }

  private static List<String> marked(String[] words, String mark) {
    return Arrays.stream(words).filter(w -> w.startsWith(mark)).map(w -> w.substring(1)).toList();
  }

  static Set<RevisionId> ids(String text) {
    return Arrays.stream(text.strip().split("\\s+"))
        .filter(id -> !id.isEmpty())
        .map(RevisionId::new)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static String names(List<RevisionHeader> headers) {
    return headers.stream().map(header -> header.id().value()).collect(Collectors.joining(" "));
  }

  /** {@code "c d => d"}: the revisions run or undone, and the rows after. */
  static String steps(Set<RevisionId> current, List<RevisionStep> steps) {
    Set<RevisionId> rows = steps.isEmpty() ? current : steps.get(steps.size() - 1).after();
    return names(steps.stream().map(RevisionStep::revision).toList()) + " => " + rows(rows);
  }

  static String rows(Set<RevisionId> rows) {
    return rows.stream().map(RevisionId::value).sorted().collect(Collectors.joining(" "));
  }
}
