package dev.migrator.revision;

import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * A revision's identifier: 12 hexadecimal digits unless a person chose it.
 *
 * @param value the text, of any length, without {@code @ : + -} and white space
 */
public record RevisionId(String value) implements Comparable<RevisionId> {

  private static final String RESERVED = "@:+-";
  private static final int RANDOM_BYTES = 6;

  /** Of digits and {@code e} alone, or binary by its beginning: YAML would take it for a number. */
  private static final Pattern LIKE_A_NUMBER = Pattern.compile("[0-9e]*|0b.*");

  /**
   * @throws IllegalArgumentException with a sentence, if the text is empty or has a reserved
   *     character
   */
  public RevisionId {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("a revision id is empty");
    }
    if (!isAllowed(value)) {
      throw new IllegalArgumentException(
          "revision id '%s' has a character that is not allowed: none of @ : + - and white space may stand in it"
              .formatted(value));
    }
  }

  /** A new one: 12 hexadecimal digits that no reader takes for a number. */
  public static RevisionId random(RandomGenerator random) {
    byte[] bytes = new byte[RANDOM_BYTES];
    String digits;
    do {
      random.nextBytes(bytes);
      digits = HexFormat.of().formatHex(bytes);
    } while (LIKE_A_NUMBER.matcher(digits).matches());
    return new RevisionId(digits);
  }

  /** Whether a text has no character that means something in a target; so for labels, too. */
  static boolean isAllowed(String text) {
    return !text.isEmpty()
        && text.chars().noneMatch(c -> RESERVED.indexOf(c) >= 0 || Character.isWhitespace(c));
  }

  @Override
  public int compareTo(RevisionId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
