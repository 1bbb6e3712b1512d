package dev.migrator.diff;

import dev.migrator.schema.SqlTokens;
import dev.migrator.schema.SqlTokens.Token;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The parentheses of a condition that group what {@code and} and {@code or} join anyway: {@code (a
 * > 0) and (b = 1)} is {@code a > 0 and b = 1}.
 */
final class Grouping {

  /** Beside these, a parenthesis may be what keeps an {@code and} with the word. */
  private static final List<String> WITH_OWN_AND = List.of("between", "case");

  /** What binds less than a comparison, or makes of a parenthesis something else than a group. */
  private static final List<String> LOOSE = List.of("and", "or", "select", "values");

  private final List<Token> tokens;
  private final Set<Integer> needless = new HashSet<>();

  private Grouping(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** The condition, in its canonical spelling, without them. */
  static String removed(String condition) {
    List<Token> tokens = SqlTokens.of(condition);
    boolean joins = tokens.stream().anyMatch(token -> token.isWord("and") || token.isWord("or"));
    boolean plain = tokens.stream().noneMatch(token -> isAnyOf(token, WITH_OWN_AND));
    return joins && plain ? new Grouping(tokens).text() : condition;
  }

  private String text() {
    Deque<Integer> open = new ArrayDeque<>();
    for (int at = 0; at < tokens.size(); at++) {
      if (tokens.get(at).isSymbol("(")) {
        open.push(at);
      } else if (tokens.get(at).isSymbol(")") && !open.isEmpty()) {
        int start = open.pop();
        if (isBetweenJoins(start, at) && isTight(start, at)) {
          Collections.addAll(needless, start, at);
        }
      }
    }
    return IntStream.range(0, tokens.size())
        .filter(at -> !needless.contains(at))
        .mapToObj(at -> tokens.get(at).text())
        .collect(Collectors.joining(" "));
  }

  private boolean isBetweenJoins(int open, int close) {
    boolean before = open == 0 || isJoin(tokens.get(open - 1)) || isSymbol(open - 1, "(");
    boolean after =
        close == tokens.size() - 1 || isJoin(tokens.get(close + 1)) || isSymbol(close + 1, ")");
    return before && after;
  }

  /** Whether nothing inside, but for what has parentheses of its own, binds less than a join. */
  private boolean isTight(int open, int close) {
    int depth = 0;
    for (int at = open + 1; at < close; at++) {
      Token token = tokens.get(at);
      depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
      if (depth == 0 && (token.isSymbol(",") || isAnyOf(token, LOOSE))) {
        return false;
      }
    }
    return close > open + 1;
  }

  private boolean isSymbol(int at, String symbol) {
    return tokens.get(at).isSymbol(symbol);
  }

  private static boolean isJoin(Token token) {
    return token.isWord("and") || token.isWord("or");
  }

  private static boolean isAnyOf(Token token, List<String> words) {
    return words.stream().anyMatch(token::isWord);
  }
}
