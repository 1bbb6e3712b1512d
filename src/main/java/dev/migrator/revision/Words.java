package dev.migrator.revision;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Small phrases of messages. */
final class Words {

  private static final List<String> NUMBERS =
      List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");
  private static final int LONGEST_LIST = 10;

  private Words() {}

  /** {@code two}, {@code 14}. */
  static String number(int count) {
    return count < NUMBERS.size() ? NUMBERS.get(count) : String.valueOf(count);
  }

  /** {@code a, b, c}; a long list is cut. */
  static String list(Collection<RevisionId> ids) {
    String shown =
        ids.stream().limit(LONGEST_LIST).map(RevisionId::value).collect(Collectors.joining(", "));
    return ids.size() > LONGEST_LIST
        ? "%s and %d more".formatted(shown, ids.size() - LONGEST_LIST)
        : shown;
  }

  /** {@code a or b}. */
  static String alternatives(Collection<RevisionId> ids) {
    return ids.stream().map(RevisionId::value).collect(Collectors.joining(" or "));
  }
}
