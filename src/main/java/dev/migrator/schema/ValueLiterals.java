package dev.migrator.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Values of an enumeration in an SQL text: a string literal that is one, or that is an array or a
 * row with one among its elements, as PostgreSQL writes these ({@code '{LOW,"VERY HIGH"}'}, {@code
 * '(LOW,3)'}) or as JSON does.
 *
 * @see <a href="https://www.postgresql.org/docs/current/arrays.html#ARRAYS-IO">PostgreSQL: array
 *     input and output syntax</a>
 */
public final class ValueLiterals {

  private static final String STRUCTURE = "{}[](),";

  private ValueLiterals() {}

  /** Whether the text holds the value. */
  public static boolean hold(String sql, String value) {
    return SqlTokens.literals(sql).stream()
        .anyMatch(
            literal ->
                literal.equals(value)
                    || (isComposed(literal, "{[(")
                        && parts(literal).stream().anyMatch(part -> part.isValue(value))));
  }

  /**
   * The text with one value in the place of another. A row is left as it is: not all of its
   * elements are such values.
   */
  public static String replace(String sql, String from, String to) {
    return SqlTokens.replaceLiterals(
        sql,
        literal -> {
          if (literal.equals(from)) {
            return to;
          }
          return isComposed(literal, "{[") ? replaceElements(literal, from, to) : literal;
        });
  }

  private static boolean isComposed(String literal, String openings) {
    return !literal.isEmpty() && openings.indexOf(literal.charAt(0)) >= 0;
  }

  private static String replaceElements(String literal, String from, String to) {
    StringBuilder result = new StringBuilder();
    for (Part part : parts(literal)) {
      result.append(part.isValue(from) ? part.as(to) : part.text());
    }
    return result.toString();
  }

  /** An element as it is written, or what stands between elements. */
  private record Part(String text) {

    private boolean isQuoted() {
      return text.startsWith("\"");
    }

    boolean isValue(String value) {
      String plain =
          isQuoted() && text.length() > 1
              ? text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1")
              : text.strip();
      return plain.equals(value);
    }

    String as(String value) {
      return isQuoted() || needsQuotes(value)
          ? '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"'
          : value;
    }

    private static boolean needsQuotes(String value) {
      return value.isEmpty()
          || value.toLowerCase(Locale.ROOT).equals("null")
          || value
              .chars()
              .anyMatch(c -> Character.isWhitespace(c) || "{}[](),\"\\".indexOf(c) >= 0);
    }
  }

  private static List<Part> parts(String literal) {
    List<Part> parts = new ArrayList<>();
    int start = 0;
    while (start < literal.length()) {
      int end = end(literal, start);
      parts.add(new Part(literal.substring(start, end)));
      start = end;
    }
    return parts;
  }

  private static int end(String literal, int start) {
    int end = start + 1;
    if (literal.charAt(start) == '"') {
      while (end < literal.length() && literal.charAt(end) != '"') {
        end += literal.charAt(end) == '\\' ? 2 : 1;
      }
      return Math.min(end + 1, literal.length());
    }
    if (STRUCTURE.indexOf(literal.charAt(start)) >= 0) {
      return end;
    }
    while (end < literal.length()
        && literal.charAt(end) != '"'
        && STRUCTURE.indexOf(literal.charAt(end)) < 0) {
      end++;
    }
    return end;
  }
}
