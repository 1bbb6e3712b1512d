package dev.migrator.revision;

import java.util.ArrayList;
import java.util.Collections;
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
  private final List<RevisionHeader> headers;
  private final Map<RevisionId, Set<RevisionId>> parents = new HashMap<>();
  private final Map<RevisionId, Set<RevisionId>> predecessors = new HashMap<>();
  private final Map<RevisionId, List<RevisionHeader>> successors = new HashMap<>();

  GraphBuilder(SquashView view) {
    this.headers = view.headers().stream().sorted(BY_TIME).toList();
    lookup = new Lookup(view);
    this.headers.forEach(this::link);
  }

  Lookup lookup() {
    return lookup;
  }

  private void link(RevisionHeader header) {
    Set<RevisionId> followed = new LinkedHashSet<>();
    header.parents().forEach(parent -> followed.add(parent(header, parent)));
    Set<RevisionId> all = new LinkedHashSet<>(followed);
    header.dependsOn().forEach(dependency -> all.add(dependency(header, dependency)));
    if (all.contains(header.id())) {
      throw InvalidGraphException.selfLoop(header.id());
    }
    parents.put(header.id(), followed);
    predecessors.put(header.id(), all);
    all.forEach(lower -> successors.computeIfAbsent(lower, key -> new ArrayList<>()).add(header));
  }

  private RevisionId parent(RevisionHeader child, RevisionId parent) {
    return lookup
        .revision(parent)
        .orElseThrow(() -> InvalidGraphException.missingParent(child.id(), parent))
        .id();
  }

  private RevisionId dependency(RevisionHeader header, String dependency) {
    List<RevisionId> candidates =
        lookup.referred(dependency).stream().map(RevisionHeader::id).toList();
    if (candidates.isEmpty()) {
      throw InvalidGraphException.missingDependency(header.id(), dependency);
    }
    if (candidates.size() > 1) {
      throw InvalidGraphException.ambiguousDependency(header.id(), dependency, candidates);
    }
    return candidates.get(0);
  }

  /**
   * The revisions in the order of history.
   *
   * @throws InvalidGraphException if some follow one another in a circle
   */
  List<RevisionHeader> order() {
    Map<RevisionId, Integer> open = new HashMap<>();
    PriorityQueue<RevisionHeader> ready = new PriorityQueue<>(BY_TIME);
    for (RevisionHeader header : headers) {
      int below = below(predecessors, header.id()).size();
      open.put(header.id(), below);
      if (below == 0) {
        ready.add(header);
      }
    }
    List<RevisionHeader> order = new ArrayList<>();
    while (!ready.isEmpty()) {
      RevisionHeader next = ready.remove();
      order.add(next);
      open.remove(next.id());
      for (RevisionHeader upper : successors.getOrDefault(next.id(), List.of())) {
        if (open.merge(upper.id(), -1, Integer::sum) == 0) {
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
  private List<RevisionId> cycle(Set<RevisionId> stuck) {
    Set<RevisionId> path = new LinkedHashSet<>();
    RevisionId at = Collections.min(stuck);
    while (path.add(at)) {
      at = below(predecessors, at).stream().filter(stuck::contains).findFirst().orElseThrow();
    }
    List<RevisionId> walked = List.copyOf(path);
    return walked.subList(walked.indexOf(at), walked.size());
  }

  /** The edges, by place in the order. */
  Links links(List<RevisionHeader> order) {
    Map<RevisionId, Integer> places = new HashMap<>();
    order.forEach(header -> places.put(header.id(), places.size()));
    return new Links(places(parents, order, places), places(predecessors, order, places));
  }

  private static List<int[]> places(
      Map<RevisionId, Set<RevisionId>> edges,
      List<RevisionHeader> order,
      Map<RevisionId, Integer> places) {
    return order.stream()
        .map(header -> below(edges, header.id()))
        .map(lower -> lower.stream().mapToInt(places::get).sorted().toArray())
        .toList();
  }

  private static Set<RevisionId> below(Map<RevisionId, Set<RevisionId>> edges, RevisionId id) {
    return edges.getOrDefault(id, Set.of());
  }
}
