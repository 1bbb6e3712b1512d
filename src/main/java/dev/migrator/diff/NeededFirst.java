package dev.migrator.diff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Items in an order in which each comes after those that it needs. What is needed earlier moves up
 * to where it is needed; everything else stays in its place. Where items need each other in a
 * circle, the one that is met first comes last. Chains may be as long as they like.
 *
 * @param <T> the items, told apart by identity
 */
final class NeededFirst<T> {

  private final Function<T, ? extends Collection<T>> needs;
  private final Set<T> met = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Visit<T>> open = new ArrayDeque<>();
  private final List<T> order = new ArrayList<>();

  private NeededFirst(Function<T, ? extends Collection<T>> needs) {
    this.needs = needs;
  }

  /**
   * All items in such an order.
   *
   * @param needs the items among them that one needs
   */
  static <T> List<T> order(
      Collection<? extends T> items, Function<T, ? extends Collection<T>> needs) {
    NeededFirst<T> walk = new NeededFirst<>(needs);
    items.forEach(walk::visit);
    return List.copyOf(walk.order);
  }

  private void visit(T item) {
    enter(item);
    while (!open.isEmpty()) {
      Visit<T> visit = open.getLast();
      if (visit.needed().hasNext()) {
        enter(visit.needed().next());
      } else {
        order.add(open.removeLast().item());
      }
    }
  }

  private void enter(T item) {
    if (met.add(item)) {
      open.addLast(new Visit<>(item, needs.apply(item).iterator()));
    }
  }

  /**
   * An item that waits for those it needs.
   *
   * @param item the item
   * @param needed those of them that were not looked at
   */
  private record Visit<T>(T item, Iterator<T> needed) {}
}
