package dev.migrator.dialect.postgresql;

import dev.migrator.dialect.postgresql.LiteralCasts.Casts;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.SqlTokens;
import dev.migrator.schema.SqlTokens.Kind;
import dev.migrator.schema.SqlTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The one spelling of an expression, whether a person or the server wrote it: key words in lower
 * case, no outer parentheses, none of the casts that the server writes out and that say nothing
 * ({@code 'x'::text}), and {@code in (…)} for what it shows as {@code = ANY (ARRAY[…])}. It means
 * the same as the original and can be run.
 */
final class ExpressionForm {

  /** The words behind which a parenthesis is not the beginning of a call's arguments. */
  private static final Set<String> NOT_CALLED =
      Set.of(
          "all", "and", "any", "as", "between", "case", "else", "end", "filter", "from", "ilike",
          "in", "is", "like", "not", "or", "over", "select", "similar", "some", "then", "to",
          "values", "when", "where");

  private ExpressionForm() {}

  /**
   * The one spelling of a condition or an index key.
   *
   * @param columns the names of the table's columns, and the types of each without modifiers
   */
  static String of(String sql, Map<String, String> columns) {
    List<Token> tokens = inner(sql);
    tokens = new LiteralCasts(tokens, columns).removed();
    tokens = new MembershipTests(tokens, columns).rewritten();
    return render(SqlTokens.withoutOuterParentheses(tokens));
  }

  /** The one spelling of a column's default, but for what a type has several literals for. */
  static List<Token> ofDefault(String sql, ColumnType type) {
    List<Token> tokens = inner(sql);
    Casts casts = Casts.behind(tokens, 1);
    if (CastLiteral.isLiteral(tokens.get(0)) && casts.end() == tokens.size()) {
      return new CastLiteral(tokens.get(0), casts.types()).assignedTo(type).orElse(tokens);
    }
    return SqlTokens.withoutOuterParentheses(new LiteralCasts(tokens, Map.of()).removed());
  }

  private static List<Token> inner(String sql) {
    return SqlTokens.withoutOuterParentheses(fold(SqlTokens.of(sql)));
  }

  /** The tokens in lower case, with quotes only where they are needed and one word for now. */
  static List<Token> fold(List<Token> tokens) {
    List<Token> folded = new ArrayList<>();
    for (int index = 0; index < tokens.size(); index++) {
      Token token = tokens.get(index);
      boolean called = index + 1 < tokens.size() && tokens.get(index + 1).isSymbol("(");
      if (token.isWord("current_timestamp") && !called) {
        folded.addAll(SqlTokens.of("now()"));
      } else {
        folded.add(fold(token));
      }
    }
    return folded;
  }

  private static Token fold(Token token) {
    return switch (token.kind()) {
      case WORD -> new Token(Kind.WORD, token.text().toLowerCase(Locale.ROOT), 0);
      case QUOTED -> {
        String name = token.identifier().orElseThrow();
        String quoted = PostgresqlIdentifiers.quote(name);
        yield new Token(quoted.equals(name) ? Kind.WORD : Kind.QUOTED, quoted, 0);
      }
      case SYMBOL -> new Token(Kind.SYMBOL, token.text().equals("!=") ? "<>" : token.text(), 0);
      case STRING, NUMBER -> new Token(token.kind(), token.text(), 0);
    };
  }

  /** Whether a parenthesis behind this token holds the arguments of a call. */
  static boolean isCalled(Token token) {
    return switch (token.kind()) {
      case WORD -> !NOT_CALLED.contains(token.text());
      case QUOTED -> true;
      case STRING, NUMBER, SYMBOL -> false;
    };
  }

  /** The text of the tokens, with white space where a person would put it. */
  static String render(List<Token> tokens) {
    StringBuilder text = new StringBuilder();
    for (int index = 0; index < tokens.size(); index++) {
      if (index > 0 && spaced(tokens, index)) {
        text.append(' ');
      }
      text.append(tokens.get(index).text());
    }
    return text.toString();
  }

  /** Whether a space stands before the token at this place. */
  private static boolean spaced(List<Token> tokens, int index) {
    Token before = tokens.get(index - 1);
    Token token = tokens.get(index);
    if (isAny(token, ")", "]", ",", ".", "::", "[") || isAny(before, "(", "[", ".", "::")) {
      return false;
    }
    if (token.isSymbol("(")) {
      return !isCalled(before);
    }
    return !(isAny(before, "-", "+") && isSign(tokens, index - 1) && token.kind() != Kind.SYMBOL);
  }

  /** Whether a plus or minus belongs to the one operand behind it. */
  private static boolean isSign(List<Token> tokens, int index) {
    if (index == 0) {
      return true;
    }
    Token before = tokens.get(index - 1);
    return switch (before.kind()) {
      case SYMBOL -> !isAny(before, ")", "]");
      case WORD -> NOT_CALLED.contains(before.text());
      case QUOTED, STRING, NUMBER -> false;
    };
  }

  private static boolean isAny(Token token, String... symbols) {
    for (String symbol : symbols) {
      if (token.isSymbol(symbol)) {
        return true;
      }
    }
    return false;
  }
}
