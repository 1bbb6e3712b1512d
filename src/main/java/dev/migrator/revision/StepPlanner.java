package dev.migrator.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds the steps between two states, and the version rows around each. */
final class StepPlanner {

  private final List<RevisionHeader> order;
  private final Links links;
  private final TargetResolver resolver;

  StepPlanner(List<RevisionHeader> order, Links links, TargetResolver resolver) {
    this.order = order;
    this.links = links;
    this.resolver = resolver;
  }

  /** All that the targets need and the rows do not imply, oldest first. */
  List<RevisionStep> upgrade(BitSet rows, Target target) {
    BitSet targets = resolver.upgradeTargets(target, rows);
    refuseOverlap(targets);
    BitSet needed = links.withBelow(targets, Links.Kind.ALL);
    needed.andNot(links.withBelow(rows, Links.Kind.ALL));
    return steps(rows, needed, Direction.UPGRADE);
  }

  /** All applied revisions above the target, with what depends on them, newest first. */
  List<RevisionStep> downgrade(BitSet rows, Target target) {
    TargetResolver.Destination destination = resolver.downgradeTarget(target, rows);
    BitSet undone = links.withAbove(roots(target, destination), Links.Kind.ALL);
    undone.and(links.withBelow(rows, Links.Kind.ALL));
    OptionalInt place = destination.place();
    if (undone.isEmpty() && place.isPresent() && !rows.get(place.getAsInt())) {
      throw UnreachableTargetException.notBelow(target, resolver.ids(rows));
    }
    return steps(rows, undone, Direction.DOWNGRADE);
  }

  /**
   * The lowest revisions that must go: those that follow the target, of the branch if one is named.
   */
  private BitSet roots(Target target, TargetResolver.Destination destination) {
    BitSet roots =
        destination.place().isPresent()
            ? Links.setOf(links.above(destination.place().getAsInt(), Links.Kind.LINEAGE))
            : links.bases();
    if (destination.branch().isPresent() && roots.cardinality() > 1) {
      int branch = destination.branch().getAsInt();
      roots.and(links.withBelow(Links.only(branch), Links.Kind.LINEAGE));
      if (roots.isEmpty()) {
        throw UnreachableTargetException.notOnWay(
            target, target.branch().orElseGet(() -> order.get(branch).id().value()));
      }
    }
    return roots;
  }

  /** The rows after a stamp: whatever is of a target's line makes room for the target. */
  BitSet stamp(BitSet rows, List<Target> targets) {
    BitSet result = (BitSet) rows.clone();
    BitSet stamped = new BitSet();
    for (Target target : targets) {
      BitSet places =
          target.steps().isPresent()
              ? resolver.targets(target, rows)
              : resolver.absolute(target, rows);
      places.stream().forEach(place -> result.andNot(links.lineage(place, Links.Kind.ALL)));
      OptionalInt branch = resolver.branchOf(target);
      if (branch.isPresent()) {
        result.andNot(links.lineage(branch.getAsInt(), Links.Kind.ALL));
      } else if (places.isEmpty()) {
        result.clear();
      }
      stamped.or(places);
    }
    refuseOverlap(stamped);
    result.or(stamped);
    return result;
  }

  private void refuseOverlap(BitSet targets) {
    if (targets.cardinality() < 2) {
      return;
    }
    targets.stream()
        .forEach(
            upper -> {
              BitSet lower = links.withBelow(Links.only(upper), Links.Kind.ALL);
              lower.and(targets);
              lower.clear(upper);
              if (!lower.isEmpty()) {
                throw new OverlappingTargetsException(order.get(upper).id(), resolver.ids(lower));
              }
            });
  }

  private List<RevisionStep> steps(BitSet rows, BitSet places, Direction direction) {
    VersionRows version = new VersionRows(rows);
    List<RevisionStep> steps = new ArrayList<>();
    for (int place : inOrder(places, direction)) {
      SortedSet<RevisionId> before = version.ids;
      switch (direction) {
        case UPGRADE -> version.apply(place);
        case DOWNGRADE -> version.undo(place);
      }
      steps.add(new RevisionStep(order.get(place), direction, before, version.ids));
    }
    return steps;
  }

  private static List<Integer> inOrder(BitSet places, Direction direction) {
    List<Integer> result = new ArrayList<>(places.stream().boxed().toList());
    if (direction == Direction.DOWNGRADE) {
      Collections.reverse(result);
    }
    return result;
  }

  /**
   * The version rows while steps are taken: the applied revisions that no other applied one follows
   * or depends on.
   */
  private final class VersionRows {

    private final BitSet applied;
    private final int[] appliedAbove = new int[links.size()];
    private SortedSet<RevisionId> ids;

    VersionRows(BitSet rows) {
      applied = links.withBelow(rows, Links.Kind.ALL);
      ids = Collections.unmodifiableSortedSet(new TreeSet<>(resolver.ids(rows)));
      applied.stream().forEach(place -> countBelow(place, 1));
    }

    void apply(int place) {
      SortedSet<RevisionId> next = new TreeSet<>(ids);
      applied.set(place);
      countBelow(place, 1);
      for (int lower : links.below(place, Links.Kind.ALL)) {
        next.remove(order.get(lower).id());
      }
      next.add(order.get(place).id());
      ids = Collections.unmodifiableSortedSet(next);
    }

    void undo(int place) {
      SortedSet<RevisionId> next = new TreeSet<>(ids);
      applied.clear(place);
      countBelow(place, -1);
      next.remove(order.get(place).id());
      for (int lower : links.below(place, Links.Kind.ALL)) {
        if (appliedAbove[lower] == 0) {
          next.add(order.get(lower).id());
        }
      }
      ids = Collections.unmodifiableSortedSet(next);
    }

    private void countBelow(int place, int change) {
      for (int lower : links.below(place, Links.Kind.ALL)) {
        appliedAbove[lower] += change;
      }
    }
  }
}
