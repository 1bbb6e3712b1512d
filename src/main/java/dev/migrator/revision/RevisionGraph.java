package dev.migrator.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The revisions with what each follows and depends on: tells what a target means, and which steps
 * lead there. A state of the database is given by its version rows, which imply all below them.
 */
public final class RevisionGraph {

  private final List<RevisionHeader> order;
  private final Map<RevisionId, Integer> places = new HashMap<>();
  private final Links links;
  private final Lookup lookup;
  private final TargetResolver resolver;
  private final StepPlanner planner;
  private final Map<String, BitSet> labelled = new TreeMap<>();

  private RevisionGraph(GraphBuilder builder) {
    order = List.copyOf(builder.order());
    order.forEach(header -> places.put(header.id(), places.size()));
    links = builder.links(order);
    lookup = builder.lookup();
    resolver = new TargetResolver(order, places, links, lookup);
    planner = new StepPlanner(order, links, resolver);
    lookup.labels().forEach((label, holder) -> labelled.put(label, branch(place(holder.id()))));
  }

  /**
   * The graph of revisions given in any order.
   *
   * @throws InvalidGraphException if they form none: an id or label twice, a parent that is
   *     missing, a circle
   */
  public static RevisionGraph of(Collection<RevisionHeader> headers) {
    return of(headers, Set.of());
  }

  /**
   * The graph as a database sees it: where it is among revisions that were squashed into one, these
   * count, else the one that replaces them.
   *
   * @param current the version rows
   * @throws UnfinishedSquashException if it is among them, and not all are there
   */
  public static RevisionGraph of(Collection<RevisionHeader> headers, Set<RevisionId> current) {
    return new RevisionGraph(new GraphBuilder(SquashView.of(headers, current)));
  }

  /** The version rows in the revisions that count: a squashed one for the last that it replaces. */
  public SortedSet<RevisionId> standing(Set<RevisionId> current) {
    return Collections.unmodifiableSortedSet(new TreeSet<>(resolver.ids(rows(current))));
  }

  /** All revisions, newest first: each before all that it follows and depends on. */
  public List<RevisionHeader> history() {
    return IntStream.range(0, order.size())
        .mapToObj(index -> order.get(order.size() - 1 - index))
        .toList();
  }

  /** The revisions that none follows, oldest first. */
  public List<RevisionHeader> heads() {
    return headers(links.heads(Links.Kind.LINEAGE));
  }

  /**
   * The revisions that none follows or depends on, oldest first: the version rows of a database on
   * which everything is applied.
   */
  public List<RevisionHeader> effectiveHeads() {
    return headers(links.heads(Links.Kind.ALL));
  }

  /** The revisions that follow none, oldest first. */
  public List<RevisionHeader> bases() {
    return headers(links.bases());
  }

  /** The revisions that more than one follows, oldest first. */
  public List<RevisionHeader> branchPoints() {
    return IntStream.range(0, order.size())
        .filter(place -> links.above(place, Links.Kind.LINEAGE).length > 1)
        .mapToObj(order::get)
        .toList();
  }

  /** The revisions that follow one. */
  public List<RevisionHeader> children(RevisionId id) {
    return headers(Links.setOf(links.above(known(id), Links.Kind.LINEAGE)));
  }

  /**
   * Heads of which each belongs to the same branches as another one, oldest first. Lines that have
   * labels of their own are meant to be several.
   */
  public List<RevisionHeader> competingHeads() {
    Map<List<String>, List<RevisionHeader>> byLabels =
        heads().stream().collect(Collectors.groupingBy(head -> labels(head.id())));
    return byLabels.values().stream()
        .filter(heads -> heads.size() > 1)
        .flatMap(List::stream)
        .sorted(Comparator.comparing(head -> place(head.id())))
        .toList();
  }

  /**
   * The first revision of a line that may go behind another head: that of the newest head whose
   * line is not applied.
   *
   * @param current the version rows
   */
  public Optional<RevisionId> movable(Collection<RevisionHeader> heads, Set<RevisionId> current) {
    return resolver.movable(places(heads), rows(current));
  }

  /** The revisions that one depends on without following them, oldest first. */
  public List<RevisionHeader> dependencies(RevisionId id) {
    BitSet below = Links.setOf(links.below(known(id), Links.Kind.ALL));
    below.andNot(Links.setOf(links.below(known(id), Links.Kind.LINEAGE)));
    return headers(below);
  }

  /** Whether a revision has another among those that it follows, directly or not. */
  public boolean follows(RevisionId upper, RevisionId lower) {
    return links.withBelow(Links.only(known(upper)), Links.Kind.LINEAGE).get(known(lower));
  }

  /**
   * The labels of the branches that a revision belongs to: a label holds for the revision that
   * carries it, all that follow, and those before it down to a branch point or merge.
   */
  public List<String> labels(RevisionId id) {
    int place = known(id);
    return labelled.entrySet().stream()
        .filter(label -> label.getValue().get(place))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The revision of this exact id. */
  public Optional<RevisionHeader> find(RevisionId id) {
    return lookup.revision(id);
  }

  /**
   * The one revision that a text means.
   *
   * @throws UnknownRevisionException if it means none
   * @throws AmbiguousRevisionException if it is the beginning of several ids
   * @throws MultipleHeadsException if it means several heads
   * @throws InvalidTargetException if it is no target
   */
  public RevisionHeader resolve(String text) {
    Target target = Target.parse(text);
    List<RevisionHeader> found = resolve(target);
    if (found.isEmpty()) {
      throw new UnknownRevisionException(text, List.of());
    }
    if (found.size() > 1) {
      throw new MultipleHeadsException(
          target,
          found.stream().map(RevisionHeader::id).toList(),
          resolver.movable(places(found), new BitSet()));
    }
    return found.get(0);
  }

  /** The revisions that a target means where no database is asked; none is base. */
  public List<RevisionHeader> resolve(Target target) {
    return resolve(target, Set.of());
  }

  /**
   * The revisions that a target means, oldest first; none is base.
   *
   * @param current the version rows that steps are counted from
   */
  public List<RevisionHeader> resolve(Target target, Set<RevisionId> current) {
    return headers(resolver.targets(target, rows(current)));
  }

  /**
   * The steps that apply a target, oldest first; none if it is applied.
   *
   * @param current the version rows
   */
  public List<RevisionStep> upgrade(Set<RevisionId> current, Target target) {
    refuseContradiction(current);
    return planner.upgrade(rows(current), target);
  }

  /**
   * The steps that undo all above a target, newest first.
   *
   * @param current the version rows
   */
  public List<RevisionStep> downgrade(Set<RevisionId> current, Target target) {
    refuseContradiction(current);
    return planner.downgrade(rows(current), target);
  }

  /** That some rows are implied by others, which no migration leaves behind. */
  public Optional<ContradictoryRowsException> contradiction(Set<RevisionId> current) {
    BitSet rows = rows(current);
    BitSet others = (BitSet) rows.clone();
    rows.stream()
        .forEach(
            row -> {
              BitSet below = links.withBelow(Links.only(row), Links.Kind.ALL);
              below.clear(row);
              others.andNot(below);
            });
    BitSet implied = (BitSet) rows.clone();
    implied.andNot(others);
    return implied.isEmpty()
        ? Optional.empty()
        : Optional.of(new ContradictoryRowsException(resolver.ids(implied), resolver.ids(others)));
  }

  /** The rows that are no revision, each with what to do about it. */
  public List<UnknownRowException> unknown(Set<RevisionId> current) {
    return new TreeSet<>(current)
        .stream().filter(row -> lookup.equal(row).isEmpty()).map(UnknownRowException::new).toList();
  }

  private void refuseContradiction(Set<RevisionId> current) {
    contradiction(current)
        .ifPresent(
            contradiction -> {
              throw contradiction;
            });
  }

  /**
   * The version rows after the version is set to targets without running anything. Rows of other
   * branches stay.
   *
   * @param current the version rows
   */
  public SortedSet<RevisionId> stamp(Set<RevisionId> current, List<Target> targets) {
    BitSet rows = planner.stamp(rows(current), targets);
    return Collections.unmodifiableSortedSet(new TreeSet<>(resolver.ids(rows)));
  }

  /**
   * All that version rows say is applied, oldest first.
   *
   * @throws UnknownRowException if a row is no revision
   */
  public List<RevisionHeader> applied(Set<RevisionId> current) {
    return headers(links.withBelow(rows(current), Links.Kind.ALL));
  }

  /**
   * The newest applied revision of each branch, oldest first. To the version rows these add what a
   * row implies by its dependencies alone.
   *
   * @throws UnknownRowException if a row is no revision
   */
  public List<RevisionHeader> tips(Set<RevisionId> current) {
    BitSet applied = links.withBelow(rows(current), Links.Kind.ALL);
    return headers(links.tips(applied, Links.Kind.LINEAGE));
  }

  /**
   * The revisions that lie between others, these included, newest first.
   *
   * @param lower where to begin; none is base
   * @param upper where to end
   */
  public List<RevisionHeader> between(
      Collection<RevisionHeader> lower, Collection<RevisionHeader> upper) {
    BitSet found = links.withBelow(places(upper), Links.Kind.ALL);
    if (!lower.isEmpty()) {
      found.and(links.withAbove(places(lower), Links.Kind.ALL));
    }
    List<RevisionHeader> result = new ArrayList<>(headers(found));
    Collections.reverse(result);
    return result;
  }

  /**
   * All that is not applied, oldest first.
   *
   * @throws UnknownRowException if a row is no revision
   */
  public List<RevisionHeader> pending(Set<RevisionId> current) {
    BitSet pending = new BitSet();
    pending.set(0, order.size());
    pending.andNot(links.withBelow(rows(current), Links.Kind.ALL));
    return headers(pending);
  }

  private BitSet branch(int holder) {
    BitSet result = links.withAbove(Links.only(holder), Links.Kind.LINEAGE);
    int place = holder;
    while (links.below(place, Links.Kind.LINEAGE).length == 1) {
      place = links.below(place, Links.Kind.LINEAGE)[0];
      if (links.above(place, Links.Kind.ALL).length > 1) {
        return result;
      }
      result.set(place);
    }
    return result;
  }

  private BitSet rows(Set<RevisionId> current) {
    BitSet rows = new BitSet();
    for (RevisionId row : new TreeSet<>(current)) {
      RevisionHeader header = lookup.equal(row).orElseThrow(() -> new UnknownRowException(row));
      rows.set(place(header.id()));
    }
    return rows;
  }

  private BitSet places(Collection<RevisionHeader> headers) {
    BitSet result = new BitSet();
    headers.forEach(header -> result.set(known(header.id())));
    return result;
  }

  private int known(RevisionId id) {
    if (!places.containsKey(id)) {
      throw new UnknownRevisionException(id.value(), lookup.similar(id.value()));
    }
    return place(id);
  }

  private int place(RevisionId id) {
    return places.getOrDefault(id, -1);
  }

  private List<RevisionHeader> headers(BitSet set) {
    return set.stream().mapToObj(order::get).toList();
  }
}
