package dev.migrator.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The known word that a misspelt one most likely means. */
public final class Nearest {

  private Nearest() {}

  /** The known word at the smallest edit distance, if that is at most a third of its length. */
  public static Optional<String> to(String word, Collection<String> known) {
    return known.stream()
        .filter(candidate -> distance(word, candidate) <= Math.max(1, (candidate.length() + 1) / 3))
        .min(
            Comparator.<String>comparingInt(candidate -> distance(word, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Insertions, deletions and replacements of one character, and swaps of two neighbours. */
  private static int distance(String from, String to) {
    int[][] distances = new int[from.length() + 1][to.length() + 1];
    for (int row = 0; row <= from.length(); row++) {
      for (int column = 0; column <= to.length(); column++) {
        distances[row][column] =
            row == 0 || column == 0 ? row + column : distance(distances, from, to, row, column);
      }
    }
    return distances[from.length()][to.length()];
  }

  private static int distance(int[][] distances, String from, String to, int row, int column) {
    int replaced = from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1;
    int distance =
        Math.min(
            distances[row - 1][column - 1] + replaced,
            Math.min(distances[row - 1][column], distances[row][column - 1]) + 1);
    boolean swapped =
        row > 1
            && column > 1
            && from.charAt(row - 1) == to.charAt(column - 2)
            && from.charAt(row - 2) == to.charAt(column - 1);
    return swapped ? Math.min(distance, distances[row - 2][column - 2] + 1) : distance;
  }
}
