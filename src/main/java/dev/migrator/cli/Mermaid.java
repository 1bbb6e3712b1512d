package dev.migrator.cli;

import dev.migrator.command.RevisionInfo;
import dev.migrator.revision.RevisionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The graph as a Mermaid flowchart, oldest revision on top. */
final class Mermaid {

  private Mermaid() {}

  static List<String> of(List<RevisionInfo> newestFirst) {
    List<String> lines = new ArrayList<>(List.of("flowchart TD"));
    Map<RevisionId, String> names = new HashMap<>();
    newestFirst.forEach(
        info -> names.put(info.header().id(), "r" + (newestFirst.size() - names.size())));
    for (int index = newestFirst.size() - 1; index >= 0; index--) {
      RevisionInfo info = newestFirst.get(index);
      String name = names.getOrDefault(info.header().id(), "");
      lines.add(
          "  %s[\"%s<br/>%s\"]".formatted(name, text(title(info)), text(info.header().message())));
      info.header().parents().stream()
          .filter(names::containsKey)
          .forEach(parent -> lines.add("  %s --> %s".formatted(names.get(parent), name)));
      info.dependencies().stream()
          .filter(names::containsKey)
          .forEach(lower -> lines.add("  %s -.-> %s".formatted(names.get(lower), name)));
    }
    newestFirst.stream()
        .filter(RevisionInfo::current)
        .forEach(
            info ->
                lines.add("  style %s stroke-width:4px".formatted(names.get(info.header().id()))));
    return lines;
  }

  private static String title(RevisionInfo info) {
    return info.header().branchLabels().isEmpty()
        ? info.header().id().value()
        : "%s (%s)".formatted(info.header().id(), String.join(", ", info.header().branchLabels()));
  }

  /** Quotes, brackets and signs are markup. */
  private static String text(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if ("\"<>&#;`".indexOf(c) >= 0) {
                escaped.append('#').append(c).append(';');
              } else {
                escaped.appendCodePoint(c);
              }
            });
    return escaped.toString();
  }
}
