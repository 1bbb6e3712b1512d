package dev.migrator.cli;

import dev.migrator.revision.RevisionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Draws revisions, newest first, in lanes: a star for each, and below it a lane to each that it
 * follows. A lane stays where it is until it ends, so that no line is ever slanted. Between a
 * revision that follows none and an unrelated one right below it is a gap.
 */
final class Lanes {

  private final List<Optional<RevisionId>> lanes = new ArrayList<>();

  /** The lane that ended with the revision just drawn. */
  private Optional<Integer> ended = Optional.empty();

  /**
   * The lines of a revision.
   *
   * @param parents what it follows
   * @param title what stands beside its star
   */
  List<String> draw(RevisionId revision, List<RevisionId> parents, String title) {
    List<String> lines = new ArrayList<>();
    List<Integer> waiting = waiting(revision);
    int own = waiting.isEmpty() ? free() : waiting.get(0);
    if (waiting.isEmpty() && ended.equals(Optional.of(own))) {
      lines.add(row(own, ' ').stripTrailing());
    }
    if (waiting.size() > 1) {
      List<Integer> joined = waiting.subList(1, waiting.size());
      lines.add(connected(own, joined, '\''));
      joined.forEach(lane -> lanes.set(lane, Optional.empty()));
    }
    lanes.set(own, Optional.of(revision));
    lines.add(row(own, '*') + title);
    lanes.set(own, parents.stream().findFirst());
    ended = parents.isEmpty() ? Optional.of(own) : Optional.empty();
    if (parents.size() > 1) {
      List<Integer> opened = new ArrayList<>();
      for (RevisionId parent : parents.subList(1, parents.size())) {
        opened.add(lane(parent));
      }
      lines.add(connected(own, opened, '.'));
    }
    return lines;
  }

  private List<Integer> waiting(RevisionId revision) {
    return IntStream.range(0, lanes.size())
        .filter(lane -> lanes.get(lane).equals(Optional.of(revision)))
        .boxed()
        .toList();
  }

  private int lane(RevisionId parent) {
    List<Integer> waiting = waiting(parent);
    int lane = waiting.isEmpty() ? free() : waiting.get(0);
    lanes.set(lane, Optional.of(parent));
    return lane;
  }

  private int free() {
    int lane = lanes.indexOf(Optional.<RevisionId>empty());
    if (lane >= 0) {
      return lane;
    }
    lanes.add(Optional.empty());
    return lanes.size() - 1;
  }

  /** {@code | * |}, and the width of all lanes. */
  private String row(int own, char mark) {
    StringBuilder row = new StringBuilder();
    for (int lane = 0; lane < width(); lane++) {
      row.append(lane == own ? mark : lanes.get(lane).isPresent() ? '|' : ' ').append(' ');
    }
    return row.append(' ').toString();
  }

  private int width() {
    int width = lanes.size();
    while (width > 0 && lanes.get(width - 1).isEmpty()) {
      width--;
    }
    return width;
  }

  /** {@code |-|-.}: a line from one lane to others, across those between. */
  private String connected(int own, List<Integer> others, char end) {
    int first = Math.min(own, others.stream().mapToInt(Integer::intValue).min().orElse(own));
    int last = Math.max(own, others.stream().mapToInt(Integer::intValue).max().orElse(own));
    StringBuilder row = new StringBuilder();
    for (int lane = 0; lane < lanes.size(); lane++) {
      boolean present = lanes.get(lane).isPresent();
      boolean crossed = lane >= first && lane <= last;
      row.append(others.contains(lane) ? end : lane == own || present ? '|' : crossed ? '-' : ' ');
      row.append(lane >= first && lane < last ? '-' : ' ');
    }
    return row.toString().stripTrailing();
  }
}
