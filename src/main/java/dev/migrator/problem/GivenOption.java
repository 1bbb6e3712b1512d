package dev.migrator.problem;

import java.util.regex.Pattern;

/** An option of a command with its value, as a person types it in a shell. */
public final class GivenOption {

  /** What no shell takes for anything else: letters of any script, digits, and a few more. */
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{M}\\p{N}_./:=,@%+-]+");

  private GivenOption() {}

  /**
   * {@code --rename a.b:a.c}, {@code --replace 'level.not yet=LOW'}.
   *
   * @see <a
   *     href="https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02_02">POSIX:
   *     single-quotes</a>
   */
  public static String of(String option, String value) {
    String word = PLAIN.matcher(value).matches() ? value : "'" + value.replace("'", "'\\''") + "'";
    return option + " " + word;
  }
}
