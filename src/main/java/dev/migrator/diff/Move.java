package dev.migrator.diff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Something of a namespace that gets another name in it.
 *
 * @param from the name before
 * @param to the name after
 * @param given whether a person asked for it now; else the model says so, now and ever after
 */
record Move<N>(N from, N to, boolean given) {

  /**
   * The moves that are to be made. One acts if its old name is there and the model has its new one;
   * the new name must be free, or become so by another move, and the model must not hold the old
   * name, unless for what another move brings there. Of two for one name, the first holds.
   *
   * @param current whether a name is there
   * @param model whether the model has a name
   */
  static <N> List<Move<N>> acting(List<Move<N>> wanted, Predicate<N> current, Predicate<N> model) {
    List<Move<N>> acting = new ArrayList<>();
    Set<N> from = new HashSet<>();
    Set<N> to = new HashSet<>();
    for (Move<N> move : wanted) {
      boolean possible = current.test(move.from) && model.test(move.to);
      if (possible && !from.contains(move.from) && !to.contains(move.to)) {
        from.add(move.from);
        to.add(move.to);
        acting.add(move);
      }
    }
    while (acting.removeIf(move -> !move.fits(acting, current, model))) {
      // Each move that is left out may have been what freed a name for another.
    }
    return acting;
  }

  private boolean fits(List<Move<N>> acting, Predicate<N> current, Predicate<N> model) {
    boolean free = !current.test(to) || acting.stream().anyMatch(other -> other.from.equals(to));
    boolean left = !model.test(from) || acting.stream().anyMatch(other -> other.to.equals(from));
    return free && left;
  }

  /** Those that go round in a circle, so that the same names are there before and after. */
  static <N> List<Move<N>> circles(List<Move<N>> moves) {
    return moves.stream().filter(move -> move.isCircular(moves)).toList();
  }

  private boolean isCircular(List<Move<N>> moves) {
    N name = to;
    for (int step = 0; step < moves.size() && !name.equals(from); step++) {
      N reached = name;
      Optional<Move<N>> next = moves.stream().filter(m -> m.from.equals(reached)).findFirst();
      if (next.isEmpty()) {
        return false;
      }
      name = next.get().to;
    }
    return name.equals(from);
  }

  /**
   * The moves in an order in which each new name is free when it is taken. A circle is opened by a
   * move to a name of its own.
   *
   * @param between a name that nothing has
   */
  static <N> List<Move<N>> inOrder(List<Move<N>> moves, UnaryOperator<N> between) {
    List<Move<N>> left = new ArrayList<>(moves);
    List<Move<N>> order = new ArrayList<>();
    while (!left.isEmpty()) {
      Optional<Move<N>> next =
          left.stream()
              .filter(move -> left.stream().noneMatch(other -> other.from.equals(move.to)))
              .findFirst();
      if (next.isPresent()) {
        order.add(next.get());
        left.remove(next.get());
      } else {
        Move<N> opened = left.remove(0);
        N free = between.apply(opened.from);
        order.add(new Move<>(opened.from, free, opened.given));
        left.add(new Move<>(free, opened.to, opened.given));
      }
    }
    return order;
  }
}
