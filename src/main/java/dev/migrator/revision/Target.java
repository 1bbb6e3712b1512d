package dev.migrator.revision;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a command is to go, as a person writes it: {@code head}, {@code ae10}, {@code +2}, {@code
 * billing@head}. Parsing looks at the form alone; {@link RevisionGraph} tells what it means.
 *
 * @param text the target as it was written
 * @param branch what stands before {@code @}: a label, or a revision of the branch
 * @param revision {@code head}, {@code heads}, {@code base}, a label, an id or the beginning of one
 * @param steps how many revisions to go on from there, upwards if positive
 */
public record Target(
    String text, Optional<String> branch, Optional<String> revision, Optional<Integer> steps) {

  /** The newest revision, where there is one. */
  public static final Target HEAD = parse("head");

  /** The newest revision of every branch. */
  public static final Target HEADS = parse("heads");

  /** Before the first revision. */
  public static final Target BASE = parse("base");

  private static final int MAXIMUM_DIGITS = 9;

  /**
   * The target of a text.
   *
   * @throws InvalidTargetException if the text has the form of no target
   */
  public static Target parse(String text) {
    Matcher parts = Form.PATTERN.matcher(text);
    if (!parts.matches()) {
      throw new InvalidTargetException(text);
    }
    Optional<String> branch = Optional.ofNullable(parts.group(1));
    Optional<String> revision = Optional.of(parts.group(2)).filter(part -> !part.isEmpty());
    Optional<Integer> steps = Optional.ofNullable(parts.group(3)).map(Integer::valueOf);
    if (revision.isEmpty() && steps.isEmpty()) {
      throw new InvalidTargetException(text);
    }
    return new Target(text, branch, revision, steps);
  }

  /** A revision itself. */
  public static Target of(RevisionId id) {
    return new Target(id.value(), Optional.empty(), Optional.of(id.value()), Optional.empty());
  }

  @Override
  public String toString() {
    return text;
  }

  /** Apart, because the constants above are parsed while this record is initialised. */
  private static final class Form {
    static final Pattern PATTERN =
        Pattern.compile("(?:([^@:+\\-\\s]+)@)?([^@:+\\-\\s]*)([+-]\\d{1," + MAXIMUM_DIGITS + "})?");
  }
}
