package dev.migrator.diff;

import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.SqlTokens;
import dev.migrator.schema.SqlTokens.Token;
import dev.migrator.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Constraints without the order of their parts, where it changes nothing of what they allow. Other
 * tools that made a database from the same model write them in an order of their own.
 */
final class Unordered {

  private Unordered() {}

  /** The constraint with its columns in one order. */
  static UniqueConstraint unique(UniqueConstraint unique) {
    return unique.withColumns(unique.columns().stream().sorted().toList());
  }

  /**
   * The constraint with the literals of each {@code in} list, and what {@code and} joins, in one
   * order.
   */
  static CheckConstraint check(CheckConstraint check) {
    return check.map(sql -> text(SqlTokens.of(SqlTokens.canonical(sql))));
  }

  private static String text(List<Token> tokens) {
    List<Token> inner = SqlTokens.withoutOuterParentheses(tokens);
    boolean plain =
        atTop(inner).noneMatch(token -> token.isWord("between") || token.isWord("case"));
    return plain ? joined(inner, List.of("or", "and")) : words(inner);
  }

  /** The parts that words join, the one that binds least first. */
  private static String joined(List<Token> tokens, List<String> words) {
    if (words.isEmpty()) {
      return words(tokens);
    }
    String word = words.get(0);
    List<List<Token>> parts = split(tokens, token -> token.isWord(word));
    return parts.size() == 1
        ? joined(tokens, words.subList(1, words.size()))
        : parts.stream()
            .map(Unordered::text)
            .sorted()
            .collect(Collectors.joining("; ", word + "[", "]"));
  }

  private static String words(List<Token> tokens) {
    List<String> words = new ArrayList<>();
    int at = 0;
    while (at < tokens.size()) {
      int end = closing(tokens, at);
      if (end > at) {
        List<Token> inner = tokens.subList(at + 1, end);
        boolean list = at > 0 && tokens.get(at - 1).isWord("in");
        words.add(list ? "(" + list(inner) + ")" : "(" + text(inner) + ")");
        at = end + 1;
      } else {
        words.add(tokens.get(at).text());
        at++;
      }
    }
    return String.join(" ", words);
  }

  private static String list(List<Token> tokens) {
    return split(tokens, token -> token.isSymbol(",")).stream()
        .map(Unordered::words)
        .sorted()
        .collect(Collectors.joining(","));
  }

  /** The tokens between those at which to split, outside of all parentheses. */
  private static List<List<Token>> split(List<Token> tokens, Predicate<Token> separator) {
    List<List<Token>> parts = new ArrayList<>();
    int start = 0;
    int at = 0;
    while (at < tokens.size()) {
      if (separator.test(tokens.get(at))) {
        parts.add(tokens.subList(start, at));
        start = at + 1;
      }
      at = closing(tokens, at) + 1;
    }
    parts.add(tokens.subList(start, tokens.size()));
    return parts;
  }

  private static Stream<Token> atTop(List<Token> tokens) {
    List<Token> top = new ArrayList<>();
    for (int at = 0; at < tokens.size(); at = closing(tokens, at) + 1) {
      top.add(tokens.get(at));
    }
    return top.stream();
  }

  /** The place of the parenthesis that closes the one at a place; else the place itself. */
  private static int closing(List<Token> tokens, int open) {
    if (!tokens.get(open).isSymbol("(")) {
      return open;
    }
    int depth = 0;
    for (int at = open; at < tokens.size(); at++) {
      depth += tokens.get(at).isSymbol("(") ? 1 : tokens.get(at).isSymbol(")") ? -1 : 0;
      if (depth == 0) {
        return at;
      }
    }
    return open;
  }
}
