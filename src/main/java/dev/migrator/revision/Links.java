package dev.migrator.revision;

import java.util.BitSet;
import java.util.List;

/**
 * The edges between revisions. A revision is known here by its place in the order of history, in
 * which each stands behind everything it follows and depends on; so one sweep over the places finds
 * all that lies above or below, in linear time.
 */
final class Links {

  /** Which edges count. */
  enum Kind {
    /** Parents alone: what makes a branch. */
    LINEAGE,
    /** Parents and dependencies: what must be applied before. */
    ALL
  }

  private final int[][] parents;
  private final int[][] children;
  private final int[][] predecessors;
  private final int[][] successors;

  /**
   * @param parents for each place, those of its parents
   * @param predecessors for each place, those of its parents and dependencies, each once
   */
  Links(List<int[]> parents, List<int[]> predecessors) {
    this.parents = parents.toArray(int[][]::new);
    this.predecessors = predecessors.toArray(int[][]::new);
    this.children = inverse(this.parents);
    this.successors = inverse(this.predecessors);
  }

  int size() {
    return parents.length;
  }

  /** What a revision follows. */
  int[] below(int place, Kind kind) {
    return kind == Kind.LINEAGE ? parents[place] : predecessors[place];
  }

  /** What follows a revision. */
  int[] above(int place, Kind kind) {
    return kind == Kind.LINEAGE ? children[place] : successors[place];
  }

  /** The revisions and everything below them. */
  BitSet withBelow(BitSet places, Kind kind) {
    BitSet result = (BitSet) places.clone();
    for (int place = result.length() - 1; place >= 0; place = result.previousSetBit(place - 1)) {
      for (int lower : below(place, kind)) {
        result.set(lower);
      }
    }
    return result;
  }

  /** The revisions and everything above them. */
  BitSet withAbove(BitSet places, Kind kind) {
    BitSet result = (BitSet) places.clone();
    for (int place = result.nextSetBit(0); place >= 0; place = result.nextSetBit(place + 1)) {
      for (int upper : above(place, kind)) {
        result.set(upper);
      }
    }
    return result;
  }

  /** The revision with everything above and below it. */
  BitSet lineage(int place, Kind kind) {
    BitSet start = only(place);
    BitSet result = withBelow(start, kind);
    result.or(withAbove(start, kind));
    return result;
  }

  /** Those of the revisions that nothing else among them lies above of. */
  BitSet tips(BitSet places, Kind kind) {
    BitSet result = (BitSet) places.clone();
    places.stream()
        .forEach(
            place -> {
              for (int lower : below(place, kind)) {
                result.clear(lower);
              }
            });
    return result;
  }

  /** The revisions that nothing follows. */
  BitSet heads(Kind kind) {
    BitSet all = new BitSet(size());
    all.set(0, size());
    return tips(all, kind);
  }

  /** The revisions that follow none. */
  BitSet bases() {
    BitSet result = new BitSet(size());
    for (int place = 0; place < size(); place++) {
      result.set(place, parents[place].length == 0);
    }
    return result;
  }

  static BitSet only(int place) {
    BitSet result = new BitSet();
    result.set(place);
    return result;
  }

  static BitSet setOf(int[] places) {
    BitSet result = new BitSet();
    for (int place : places) {
      result.set(place);
    }
    return result;
  }

  private static int[][] inverse(int[][] edges) {
    int[] counts = new int[edges.length];
    for (int[] targets : edges) {
      for (int target : targets) {
        counts[target]++;
      }
    }
    int[][] result = new int[edges.length][];
    for (int place = 0; place < edges.length; place++) {
      result[place] = new int[counts[place]];
    }
    for (int place = edges.length - 1; place >= 0; place--) {
      for (int target : edges[place]) {
        counts[target]--;
        result[target][counts[target]] = place;
      }
    }
    return result;
  }
}
