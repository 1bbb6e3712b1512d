package dev.migrator.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The revisions that count where some were squashed into one: that one in place of those that it
 * replaces, unless a database is among these. Then they are what counts until it has passed them.
 *
 * @param headers the revisions that count
 * @param standIns for each replaced revision, as text, the one that stands for it
 * @param equals for each revision that does not count, as text, the one after which a database is
 *     the same
 */
record SquashView(
    List<RevisionHeader> headers,
    Map<String, RevisionId> standIns,
    Map<String, RevisionId> equals) {

  /** The view of a database at these version rows. */
  static SquashView of(Collection<RevisionHeader> all, Set<RevisionId> rows) {
    Set<RevisionHeader> expanded = new HashSet<>();
    while (true) {
      List<RevisionHeader> active = active(all, expanded);
      Optional<RevisionHeader> entered =
          active.stream()
              .filter(squash -> rows.stream().anyMatch(row -> isInside(squash, row)))
              .findFirst();
      if (entered.isEmpty()) {
        return view(all, active, expanded);
      }
      requireFiles(all, entered.get(), rows);
      expanded.add(entered.get());
    }
  }

  /** Those that replace others now, and are not themselves replaced. */
  private static List<RevisionHeader> active(
      Collection<RevisionHeader> all, Set<RevisionHeader> expanded) {
    List<RevisionHeader> squashes =
        all.stream()
            .filter(header -> !header.replaces().isEmpty() && !expanded.contains(header))
            .toList();
    Set<RevisionId> hidden =
        squashes.stream().flatMap(squash -> squash.replaces().stream()).collect(Collectors.toSet());
    return squashes.stream().filter(squash -> !hidden.contains(squash.id())).toList();
  }

  /** Having the last one of them is to have them all. */
  private static boolean isInside(RevisionHeader squash, RevisionId row) {
    return squash.replaces().contains(row) && !row.equals(last(squash));
  }

  private static RevisionId last(RevisionHeader squash) {
    return squash.replaces().get(squash.replaces().size() - 1);
  }

  private static void requireFiles(
      Collection<RevisionHeader> all, RevisionHeader squash, Set<RevisionId> rows) {
    Set<RevisionId> there =
        all.stream()
            .filter(header -> squash.replaces().contains(header.id()))
            .flatMap(
                header -> {
                  List<RevisionId> ids = new ArrayList<>(header.replaces());
                  ids.add(header.id());
                  return ids.stream();
                })
            .collect(Collectors.toSet());
    List<RevisionId> gone =
        squash.replaces().stream().filter(replaced -> !there.contains(replaced)).toList();
    if (!gone.isEmpty()) {
      RevisionId row =
          rows.stream().filter(candidate -> isInside(squash, candidate)).findFirst().orElseThrow();
      throw new UnfinishedSquashException(row, squash.id(), gone);
    }
  }

  private static SquashView view(
      Collection<RevisionHeader> all, List<RevisionHeader> active, Set<RevisionHeader> expanded) {
    Map<String, RevisionId> standIns = new HashMap<>();
    Map<String, RevisionId> equals = new HashMap<>();
    for (RevisionHeader squash : active) {
      squash.replaces().forEach(replaced -> standIns.put(replaced.value(), squash.id()));
      equals.put(last(squash).value(), squash.id());
    }
    for (RevisionHeader squash : expanded) {
      standIns.put(squash.id().value(), last(squash));
      equals.put(squash.id().value(), last(squash));
    }
    List<RevisionHeader> counting =
        all.stream()
            .filter(header -> !expanded.contains(header))
            .filter(header -> !standIns.containsKey(header.id().value()))
            .map(header -> header.withParents(referred(header.parents(), standIns)))
            .toList();
    return new SquashView(counting, standIns, equals);
  }

  private static List<RevisionId> referred(
      List<RevisionId> parents, Map<String, RevisionId> standIns) {
    return parents.stream()
        .map(parent -> standIns.getOrDefault(parent.value(), parent))
        .distinct()
        .toList();
  }
}
