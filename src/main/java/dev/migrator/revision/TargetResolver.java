package dev.migrator.revision;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Tells which revisions a target means, from where the database is. */
final class TargetResolver {

  private final List<RevisionHeader> order;
  private final Map<RevisionId, Integer> places;
  private final Links links;
  private final Lookup lookup;

  TargetResolver(
      List<RevisionHeader> order, Map<RevisionId, Integer> places, Links links, Lookup lookup) {
    this.order = order;
    this.places = places;
    this.links = links;
    this.lookup = lookup;
  }

  /**
   * The revisions that a target without steps means; none is base.
   *
   * @param rows where the database is, for what a refusal advises
   */
  BitSet absolute(Target target, BitSet rows) {
    Optional<BitSet> branch = target.branch().map(this::branchLineage);
    String revision = target.revision().orElseThrow();
    return switch (revision) {
      case "base" -> new BitSet();
      case "head" -> atMostOne(target, within(links.heads(Links.Kind.LINEAGE), branch), rows);
      case "heads" ->
          branch.isPresent()
              ? within(links.heads(Links.Kind.LINEAGE), branch)
              : links.heads(Links.Kind.ALL);
      default -> Links.only(named(revision, target.branch(), branch));
    };
  }

  /** The revisions that an upgrade from these rows goes to; none is base. */
  BitSet upgradeTargets(Target target, BitSet rows) {
    if (target.revision().isEmpty() && target.steps().orElse(0) <= 0) {
      throw RelativeTargetException.wrongWay(target, Direction.UPGRADE);
    }
    return targets(target, rows);
  }

  /** The revisions that a target means where the database is at these rows; none is base. */
  BitSet targets(Target target, BitSet rows) {
    if (target.steps().isEmpty()) {
      return absolute(target, rows);
    }
    int steps = target.steps().get();
    Walk walk = new Walk(target);
    if (target.revision().isPresent()) {
      return asSet(walk.go(startOf(target, rows), steps));
    }
    if (steps <= 0) {
      throw RelativeTargetException.withoutStart(target);
    }
    return asSet(walk.up(upgradeStart(target, rows), steps));
  }

  /** Where a downgrade from these rows goes to. */
  Destination downgradeTarget(Target target, BitSet rows) {
    if (target.steps().isEmpty()) {
      return new Destination(
          one(atMostOne(target, absolute(target, rows), rows)), branchOf(target));
    }
    int steps = target.steps().get();
    Walk walk = new Walk(target);
    if (target.revision().isPresent()) {
      return new Destination(walk.go(startOf(target, rows), steps), branchOf(target));
    }
    if (steps >= 0) {
      throw RelativeTargetException.wrongWay(target, Direction.DOWNGRADE);
    }
    int start = downgradeStart(target, rows);
    OptionalInt branch = target.branch().isPresent() ? branchOf(target) : OptionalInt.of(start);
    return new Destination(walk.down(OptionalInt.of(start), -steps), branch);
  }

  /**
   * Where a downgrade goes to.
   *
   * @param place the revision that stays; empty is base
   * @param branch a revision of the branch that alone goes down
   */
  record Destination(OptionalInt place, OptionalInt branch) {}

  /** The revision that stands before the {@code @}. */
  OptionalInt branchOf(Target target) {
    return target.branch().map(this::branch).map(OptionalInt::of).orElse(OptionalInt.empty());
  }

  List<RevisionId> ids(BitSet set) {
    return set.stream().mapToObj(place -> order.get(place).id()).toList();
  }

  /**
   * The first revision of a line whose head may go behind another: the newest line that is not
   * applied.
   */
  Optional<RevisionId> movable(BitSet heads, BitSet rows) {
    BitSet applied = links.withBelow(rows, Links.Kind.ALL);
    List<Integer> starts = heads.stream().mapToObj(this::lineStart).toList();
    for (int index = starts.size() - 1; index >= 0; index--) {
      int start = starts.get(index);
      if (!applied.get(start) && links.below(start, Links.Kind.LINEAGE).length < 2) {
        return Optional.of(order.get(start).id());
      }
    }
    return Optional.empty();
  }

  /** The lowest revision from which a single line leads to this one. */
  private int lineStart(int head) {
    int place = head;
    while (true) {
      int[] below = links.below(place, Links.Kind.LINEAGE);
      if (below.length != 1 || links.above(below[0], Links.Kind.LINEAGE).length > 1) {
        return place;
      }
      place = below[0];
    }
  }

  private OptionalInt startOf(Target target, BitSet rows) {
    Target start = new Target(target.text(), target.branch(), target.revision(), Optional.empty());
    return one(atMostOne(target, absolute(start, rows), rows));
  }

  /** The one row, or the tip of what is applied of the branch. */
  private OptionalInt upgradeStart(Target target, BitSet rows) {
    BitSet starts = rows;
    if (target.branch().isPresent()) {
      BitSet lineage = branchLineage(target.branch().get());
      starts = intersection(rows, lineage);
      if (starts.isEmpty()) {
        BitSet applied = intersection(links.withBelow(rows, Links.Kind.ALL), lineage);
        starts = links.tips(applied, Links.Kind.ALL);
      }
    }
    if (starts.cardinality() > 1 && starts.stream().noneMatch(start -> isFollowed(target, start))) {
      throw RelativeTargetException.tooFar(target, 0);
    }
    return unambiguous(target, starts);
  }

  private boolean isFollowed(Target target, int place) {
    BitSet above = Links.setOf(links.above(place, Links.Kind.LINEAGE));
    return !within(above, target.branch().map(this::branchLineage)).isEmpty();
  }

  private int downgradeStart(Target target, BitSet rows) {
    BitSet starts = rows;
    if (target.branch().isPresent()) {
      BitSet lineage = branchLineage(target.branch().get());
      starts = intersection(rows, lineage);
      if (starts.isEmpty()) {
        BitSet applied = links.withBelow(rows, Links.Kind.ALL);
        starts = intersection(links.tips(applied, Links.Kind.LINEAGE), lineage);
      }
    }
    return unambiguous(target, starts).orElseThrow(() -> RelativeTargetException.tooFar(target, 0));
  }

  private OptionalInt unambiguous(Target target, BitSet starts) {
    if (starts.cardinality() > 1) {
      throw new AmbiguousTargetException(target, ids(starts));
    }
    return one(starts);
  }

  private BitSet atMostOne(Target target, BitSet set, BitSet rows) {
    if (set.cardinality() > 1) {
      throw new MultipleHeadsException(target, ids(set), movable(set, rows));
    }
    return set;
  }

  private int named(String text, Optional<String> branch, Optional<BitSet> lineage) {
    List<RevisionHeader> candidates = lookup.candidates(text);
    if (candidates.size() > 1 && lineage.isPresent()) {
      BitSet lineageSet = lineage.get();
      candidates = candidates.stream().filter(header -> lineageSet.get(place(header))).toList();
    }
    int place = place(single(text, candidates));
    if (lineage.isPresent() && !lineage.get().get(place)) {
      throw UnreachableTargetException.notOfBranch(order.get(place).id(), branch.orElseThrow());
    }
    return place;
  }

  private int branch(String text) {
    return place(single(text, lookup.candidates(text)));
  }

  private BitSet branchLineage(String text) {
    return links.lineage(branch(text), Links.Kind.LINEAGE);
  }

  private RevisionHeader single(String text, List<RevisionHeader> candidates) {
    if (candidates.isEmpty()) {
      lookup
          .standIn(text)
          .ifPresent(
              squash -> {
                throw new ReplacedRevisionException(text, squash);
              });
      throw new UnknownRevisionException(text, lookup.similar(text));
    }
    if (candidates.size() > 1) {
      throw new AmbiguousRevisionException(
          text, candidates.stream().map(RevisionHeader::id).toList());
    }
    return candidates.get(0);
  }

  private int place(RevisionHeader header) {
    return places.getOrDefault(header.id(), -1);
  }

  private static BitSet within(BitSet set, Optional<BitSet> lineage) {
    return lineage.map(of -> intersection(set, of)).orElse(set);
  }

  private static BitSet intersection(BitSet first, BitSet second) {
    BitSet result = (BitSet) first.clone();
    result.and(second);
    return result;
  }

  private static OptionalInt one(BitSet set) {
    return set.isEmpty() ? OptionalInt.empty() : OptionalInt.of(set.nextSetBit(0));
  }

  private static BitSet asSet(OptionalInt place) {
    return place.isPresent() ? Links.only(place.getAsInt()) : new BitSet();
  }

  /** Steps along parents and children that refuse to choose a way. Empty places are base. */
  private final class Walk {

    private final Target target;

    Walk(Target target) {
      this.target = target;
    }

    OptionalInt go(OptionalInt start, int steps) {
      return steps > 0 ? up(start, steps) : down(start, -steps);
    }

    OptionalInt up(OptionalInt start, int steps) {
      Optional<BitSet> lineage = target.branch().map(TargetResolver.this::branchLineage);
      OptionalInt at = start;
      for (int done = 0; done < steps; done++) {
        BitSet above =
            at.isPresent()
                ? Links.setOf(links.above(at.getAsInt(), Links.Kind.LINEAGE))
                : links.bases();
        at = unambiguous(target, within(above, lineage));
        if (at.isEmpty()) {
          throw RelativeTargetException.tooFar(target, done);
        }
      }
      return at;
    }

    OptionalInt down(OptionalInt start, int steps) {
      OptionalInt at = start;
      for (int done = 0; done < steps; done++) {
        if (at.isEmpty()) {
          throw RelativeTargetException.tooFar(target, done);
        }
        at = unambiguous(target, Links.setOf(links.below(at.getAsInt(), Links.Kind.LINEAGE)));
      }
      return at;
    }
  }
}
