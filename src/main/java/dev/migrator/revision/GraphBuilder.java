package dev.migrator.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Brings revisions into the order of history: each behind all that it follows and depends on, and
 * otherwise by time of creation, then id. Refuses what is no history.
 */
final class GraphBuilder {

  private static final Comparator<RevisionHeader> BY_TIME =
      Comparator.comparing(RevisionHeader::created).thenComparing(RevisionHeader::id);

  private final Lookup lookup;
  private final Map<RevisionHeader, Set<RevisionHeader>> parents = new HashMap<>();
  private final Map<RevisionHeader, Set<RevisionHeader>> predecessors = new HashMap<>();
  private final Map<RevisionHeader, List<RevisionHeader>> successors = new HashMap<>();

  GraphBuilder(Collection<RevisionHeader> headers) {
    List<RevisionHeader> sorted = new ArrayList<>(headers);
    sorted.sort(BY_TIME);
    lookup = new Lookup(sorted);
    sorted.forEach(this::link);
  }

  Lookup lookup() {
    return lookup;
  }

  private void link(RevisionHeader header) {
    Set<RevisionHeader> followed = new LinkedHashSet<>();
    header.parents().forEach(parent -> followed.add(parent(header, parent)));
    Set<RevisionHeader> all = new LinkedHashSet<>(followed);
    header.dependsOn().forEach(dependency -> all.add(dependency(header, dependency)));
    if (all.contains(header)) {
      throw InvalidGraphException.selfLoop(header.id());
    }
    parents.put(header, followed);
    predecessors.put(header, all);
    all.forEach(lower -> successors.computeIfAbsent(lower, key -> new ArrayList<>()).add(header));
  }

  private RevisionHeader parent(RevisionHeader child, RevisionId parent) {
    return lookup
        .revision(parent)
        .orElseThrow(() -> InvalidGraphException.missingParent(child.id(), parent));
  }

  private RevisionHeader dependency(RevisionHeader header, String dependency) {
    List<RevisionHeader> candidates = lookup.candidates(dependency);
    if (candidates.isEmpty()) {
      throw InvalidGraphException.missingDependency(header.id(), dependency);
    }
    if (candidates.size() > 1) {
      throw InvalidGraphException.ambiguousDependency(
          header.id(), dependency, candidates.stream().map(RevisionHeader::id).toList());
    }
    return candidates.get(0);
  }

  /**
   * The revisions in the order of history.
   *
   * @throws InvalidGraphException if some follow one another in a circle
   */
  List<RevisionHeader> order() {
    Map<RevisionHeader, Integer> open = new HashMap<>();
    PriorityQueue<RevisionHeader> ready = new PriorityQueue<>(BY_TIME);
    predecessors.forEach(
        (header, lower) -> {
          open.put(header, lower.size());
          if (lower.isEmpty()) {
            ready.add(header);
          }
        });
    List<RevisionHeader> order = new ArrayList<>();
    while (!ready.isEmpty()) {
      RevisionHeader next = ready.remove();
      order.add(next);
      open.remove(next);
      for (RevisionHeader upper : successors.getOrDefault(next, List.of())) {
        if (open.merge(upper, -1, Integer::sum) == 0) {
          ready.add(upper);
        }
      }
    }
    if (!open.isEmpty()) {
      throw InvalidGraphException.cycle(cycle(open.keySet()));
    }
    return order;
  }

  /** A circle among revisions of which each has one of the others below it. */
  private List<RevisionId> cycle(Set<RevisionHeader> stuck) {
    Set<RevisionHeader> path = new LinkedHashSet<>();
    RevisionHeader at = stuck.stream().min(BY_TIME).orElseThrow();
    while (path.add(at)) {
      at =
          predecessors.getOrDefault(at, Set.of()).stream()
              .filter(stuck::contains)
              .findFirst()
              .orElseThrow();
    }
    List<RevisionId> walked = path.stream().map(RevisionHeader::id).toList();
    return walked.subList(walked.indexOf(at.id()), walked.size());
  }

  /** The edges, by place in the order. */
  Links links(List<RevisionHeader> order) {
    Map<RevisionHeader, Integer> places = new HashMap<>();
    order.forEach(header -> places.put(header, places.size()));
    return new Links(places(parents, order, places), places(predecessors, order, places));
  }

  private static List<int[]> places(
      Map<RevisionHeader, Set<RevisionHeader>> edges,
      List<RevisionHeader> order,
      Map<RevisionHeader, Integer> places) {
    return order.stream()
        .map(header -> edges.getOrDefault(header, Set.of()))
        .map(lower -> lower.stream().mapToInt(places::get).sorted().toArray())
        .toList();
  }
}
