package dev.migrator.schema;

import dev.migrator.schema.SqlTokens.Kind;
import dev.migrator.schema.SqlTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a condition says that lists the values of a column: {@code level in ('LOW', 'HIGH')}. NULL
 * may be one of them, which keeps to any condition.
 *
 * @param column the column, as it is written there
 * @param literals the values but NULL, as SQL
 */
public record ValueList(String column, List<String> literals) {

  public ValueList {
    literals = List.copyOf(literals);
  }

  /** The list that the condition is; empty for any other condition. */
  public static Optional<ValueList> of(String sql) {
    List<Token> tokens = withoutNull(SqlTokens.withoutOuterParentheses(SqlTokens.of(sql)));
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
