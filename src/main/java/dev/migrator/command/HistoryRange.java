package dev.migrator.command;

import dev.migrator.revision.RevisionGraph;
import dev.migrator.revision.RevisionHeader;
import dev.migrator.revision.RevisionId;
import dev.migrator.revision.Target;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A part of the history: {@code aa79:head}, {@code aa79:}, {@code :aa79}, {@code -3:current},
 * {@code current:+2}. Steps on one side are counted from the other.
 *
 * @param lower where it begins, that revision included; empty is base
 * @param upper where it ends, that revision included; empty is every head
 */
record HistoryRange(String lower, String upper) {

  private static final char SEPARATOR = ':';

  /**
   * The range of a text.
   *
   * @throws CommandException if the text is none
   */
  static HistoryRange parse(String text) {
    int colon = text.indexOf(SEPARATOR);
    if (colon < 0 || colon != text.lastIndexOf(SEPARATOR) || text.length() == 1) {
      throw new CommandException("'%s' is no range. Give FROM:TO, FROM: or :TO.".formatted(text));
    }
    return new HistoryRange(text.substring(0, colon), text.substring(colon + 1));
  }

  /** The revisions of the range, newest first. */
  List<RevisionHeader> revisions(Project project, RevisionGraph graph) {
    if (lower.startsWith("-")) {
      List<RevisionHeader> end = end(project, graph);
      return checked(graph, graph.resolve(from(end, lower)), end);
    }
    List<RevisionHeader> start = lower.isEmpty() ? List.of() : named(project, graph, lower);
    if (upper.startsWith("+")) {
      Set<RevisionId> rows = start.stream().map(RevisionHeader::id).collect(Collectors.toSet());
      return checked(graph, start, graph.resolve(Target.parse(upper), rows));
    }
    return checked(graph, start, end(project, graph));
  }

  private List<RevisionHeader> end(Project project, RevisionGraph graph) {
    return upper.isEmpty() ? graph.heads() : named(project, graph, upper);
  }

  private static List<RevisionHeader> named(Project project, RevisionGraph graph, String text) {
    return text.equals(Revisions.CURRENT)
        ? Revisions.named(project, text)
        : graph.resolve(Target.parse(text));
  }

  /** {@code -3}, counted down from the one end. */
  private static Target from(List<RevisionHeader> end, String steps) {
    if (end.size() != 1) {
      throw new CommandException(
          "'%s' is counted from one revision, and the range ends at %s. Name the end, as in %s:head."
              .formatted(
                  steps,
                  end.isEmpty()
                      ? "base"
                      : end.stream()
                          .map(header -> header.id().value())
                          .collect(Collectors.joining(", ")),
                  steps));
    }
    return Target.parse(end.get(0).id().value() + steps);
  }

  /** A range between revisions of which none is before another is a mistake. */
  private List<RevisionHeader> checked(
      RevisionGraph graph, List<RevisionHeader> start, List<RevisionHeader> end) {
    List<RevisionHeader> found = graph.between(start, end);
    if (found.isEmpty() && !start.isEmpty() && !end.isEmpty()) {
      throw new CommandException(
          "'%s' is not before '%s': nothing lies between them. Give the older one first."
              .formatted(lower, upper.isEmpty() ? "heads" : upper));
    }
    return found;
  }
}
