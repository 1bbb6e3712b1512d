package dev.migrator.schema;

import dev.migrator.schema.SqlTokens.Kind;
import dev.migrator.schema.SqlTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a condition says that lists the values of a column: {@code level in ('LOW', 'HIGH')}, or the
 * positions of a Java enum's constants: {@code level between 0 and 2}. NULL may be one of them,
 * which keeps to any condition.
 *
 * @param column the column, as it is written there
 * @param literals the values but NULL, as SQL
 */
public record ValueList(String column, List<String> literals) {

  /** A class file has no room for more constants. */
  private static final int MOST_CONSTANTS = 4_000;

  public ValueList {
    literals = List.copyOf(literals);
  }

  /** The list that the condition is; empty for any other condition. */
  public static Optional<ValueList> of(String sql) {
    List<Token> tokens = withoutNull(SqlTokens.withoutOuterParentheses(SqlTokens.of(sql)));
    return listed(tokens).or(() -> positions(tokens));
  }

  private static Optional<ValueList> listed(List<Token> tokens) {
    if (tokens.size() < 3 || tokens.get(0).identifier().isEmpty()) {
      return Optional.empty();
    }
    List<Token> values = tokens.subList(2, tokens.size());
    Optional<List<String>> literals = Optional.empty();
    if (tokens.get(1).isSymbol("=")) {
      literals = literals(values).filter(list -> list.size() == 1);
    } else if (tokens.get(1).isWord("in") && isEnclosed(values)) {
      literals = literals(values.subList(1, values.size() - 1));
    }
    return literals.map(list -> new ValueList(tokens.get(0).text(), list));
  }

  /** Whether it is the list of the column with this name. */
  public boolean isOf(String name) {
    return SqlTokens.mentions(column, name);
  }

  /** {@code level in ('LOW') or level is null} says no more than its first half. */
  private static List<Token> withoutNull(List<Token> tokens) {
    int rest = tokens.size() - 4;
    boolean orNull =
        rest > 0
            && tokens.get(rest).isWord("or")
            && tokens.get(rest + 1).identifier().equals(tokens.get(0).identifier())
            && tokens.get(rest + 2).isWord("is")
            && tokens.get(rest + 3).isWord("null");
    return orNull ? tokens.subList(0, rest) : tokens;
  }

  /** {@code level between 0 and 2}, or the two comparisons that PostgreSQL makes of it. */
  private static Optional<ValueList> positions(List<Token> enclosed) {
    List<Token> tokens =
        enclosed.stream().filter(token -> !token.isSymbol("(") && !token.isSymbol(")")).toList();
    String shape =
        tokens.stream()
            .map(
                token ->
                    token.kind() == Kind.NUMBER
                        ? "#"
                        : token.text().equals(tokens.get(0).text()) ? "column" : token.text())
            .collect(Collectors.joining(" "))
            .toLowerCase(Locale.ROOT);
    Optional<List<String>> positions =
        switch (shape) {
          case "column between # and #" -> positions(tokens.get(2), tokens.get(4));
          case "column >= # and column <= #" -> positions(tokens.get(2), tokens.get(6));
          default -> Optional.empty();
        };
    return positions.map(list -> new ValueList(tokens.get(0).text(), list));
  }

  private static Optional<List<String>> positions(Token low, Token high) {
    if (!Stream.of(low, high).allMatch(bound -> bound.text().matches("\\d{1,9}"))) {
      return Optional.empty();
    }
    int first = Integer.parseInt(low.text());
    int last = Integer.parseInt(high.text());
    return first <= last && last - first < MOST_CONSTANTS
        ? Optional.of(IntStream.rangeClosed(first, last).mapToObj(Integer::toString).toList())
        : Optional.empty();
  }

  private static boolean isEnclosed(List<Token> values) {
    return values.get(0).isSymbol("(") && values.get(values.size() - 1).isSymbol(")");
  }

  /** Literals with commas between them, and nothing else. */
  private static Optional<List<String>> literals(List<Token> tokens) {
    List<String> literals = new ArrayList<>();
    String sign = "";
    boolean due = true;
    for (Token token : tokens) {
      boolean isValue = token.kind() == Kind.STRING || token.kind() == Kind.NUMBER;
      if (due && isValue) {
        literals.add(sign + token.text());
        sign = "";
        due = false;
      } else if (due && sign.isEmpty() && token.isSymbol("-")) {
        sign = "-";
      } else if (!due && token.isSymbol(",")) {
        due = true;
      } else {
        return Optional.empty();
      }
    }
    return due ? Optional.empty() : Optional.of(literals);
  }
}
