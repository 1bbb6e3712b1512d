package dev.migrator.dialect.sqlite;

import dev.migrator.schema.Expression;
import dev.migrator.schema.SqlTokens;
import dev.migrator.schema.SqlTokens.Kind;
import dev.migrator.schema.SqlTokens.Token;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** SQL expressions: what is portable becomes SQLite's, and every text gets one spelling. */
final class SqliteExpressions {

  /** A version 4 UUID of random digits; SQLite has no function for it. */
  private static final String RANDOM_UUID =
      "lower(hex(randomblob(4)) || '-' || hex(randomblob(2))"
          + " || '-4' || substr(hex(randomblob(2)), 2)"
          + " || '-' || substr('89ab', 1 + abs(random() % 4), 1) || substr(hex(randomblob(2)), 2)"
          + " || '-' || hex(randomblob(6)))";

  /** Keywords that are called like functions. */
  private static final Set<String> CALLED = Set.of("cast", "replace");

  private SqliteExpressions() {}

  /** The expression's text for SQLite; empty where it is given for others only, or as none. */
  static Optional<String> sql(Expression expression) {
    return expression
        .sql(SqliteDialect.NAME)
        .filter(text -> !text.isBlank())
        .map(text -> expression instanceof Expression.Portable ? translate(text) : text);
  }

  /** Replaces the calls that SQLite knows by another name. */
  private static String translate(String portable) {
    List<Token> tokens = SqlTokens.of(portable);
    StringBuilder text = new StringBuilder();
    int copied = 0;
    for (int index = 0; index + 2 < tokens.size(); index++) {
      Optional<String> replacement =
          tokens.get(index + 1).isSymbol("(") && tokens.get(index + 2).isSymbol(")")
              ? replacement(tokens.get(index))
              : Optional.empty();
      if (replacement.isPresent()) {
        text.append(portable, copied, tokens.get(index).start()).append(replacement.get());
        copied = tokens.get(index + 2).end();
      }
    }
    return text.append(portable, copied, portable.length()).toString();
  }

  private static Optional<String> replacement(Token function) {
    if (function.isWord("now")) {
      return Optional.of("CURRENT_TIMESTAMP");
    }
    return function.isWord("gen_random_uuid") ? Optional.of(RANDOM_UUID) : Optional.empty();
  }

  /**
   * The text as a DEFAULT clause takes it: a literal, or an expression in parentheses.
   *
   * @see <a href="https://www.sqlite.org/lang_createtable.html#dfltval">SQLite: DEFAULT</a>
   */
  static String asDefault(String sql) {
    List<Token> tokens = SqlTokens.withoutOuterParentheses(SqlTokens.of(sql));
    return isLiteral(tokens) || isTime(tokens) ? join(tokens) : "(" + sql + ")";
  }

  /** Whether the text is nothing but a cast of a column: {@code CAST(column AS type)}. */
  static boolean isCastOf(String column, String sql) {
    List<Token> tokens = SqlTokens.of(sql);
    return tokens.size() > 5
        && tokens.get(0).isWord("cast")
        && tokens.get(1).isSymbol("(")
        && SqlTokens.mentions(tokens.get(2).text(), column)
        && tokens.get(3).isWord("as")
        && SqlTokens.withoutOuterParentheses(tokens.subList(1, tokens.size())).size()
            == tokens.size() - 3;
  }

  /** Whether the default is the same for every row, as ADD COLUMN demands. */
  static boolean isConstant(String sql) {
    return isLiteral(SqlTokens.withoutOuterParentheses(SqlTokens.of(sql)));
  }

  static boolean isNull(String sql) {
    List<Token> tokens = SqlTokens.withoutOuterParentheses(SqlTokens.of(sql));
    return tokens.size() == 1 && tokens.get(0).isWord("null");
  }

  private static boolean isLiteral(List<Token> tokens) {
    if (tokens.size() == 2) {
      return isSign(tokens.get(0)) && tokens.get(1).kind() == Kind.NUMBER;
    }
    return tokens.size() == 1
        && switch (tokens.get(0).kind()) {
          case STRING, NUMBER -> true;
          case WORD ->
              tokens.get(0).isWord("null")
                  || tokens.get(0).isWord("true")
                  || tokens.get(0).isWord("false");
          case QUOTED, SYMBOL -> false;
        };
  }

  private static boolean isTime(List<Token> tokens) {
    return tokens.size() == 1
        && (tokens.get(0).isWord("current_timestamp")
            || tokens.get(0).isWord("current_date")
            || tokens.get(0).isWord("current_time"));
  }

  /**
   * The text in one spelling: bare words in lower case, columns as they are declared, quotes only
   * where needed, white space by rule, no parentheses around the whole. What is in double quotes
   * and no column is a string, as SQLite reads it.
   *
   * @param columns the names of the table's columns
   * @see <a href="https://www.sqlite.org/quirks.html#dblquote">SQLite: double-quoted strings</a>
   */
  static String canonical(String sql, Collection<String> columns) {
    List<Token> tokens = SqlTokens.withoutOuterParentheses(SqlTokens.of(sql));
    List<Token> result = new ArrayList<>();
    for (int index = 0; index < tokens.size(); index++) {
      boolean called = index + 1 < tokens.size() && tokens.get(index + 1).isSymbol("(");
      result.add(canonical(tokens.get(index), called ? List.of() : columns));
    }
    return join(result);
  }

  private static Token canonical(Token token, Collection<String> columns) {
    return switch (token.kind()) {
      case WORD -> {
        String lower = token.text().toLowerCase(Locale.ROOT);
        yield Identifiers.isKeyword(lower)
            ? withText(token, lower)
            : withText(token, column(lower, columns).map(Identifiers::quote).orElse(lower));
      }
      case QUOTED -> {
        String name = token.identifier().orElseThrow();
        Optional<String> column = column(name, columns);
        yield column.isEmpty() && token.text().startsWith("\"")
            ? new Token(Kind.STRING, Identifiers.literal(name), token.start())
            : withText(token, Identifiers.quote(column.orElse(name)));
      }
      case STRING, NUMBER, SYMBOL -> token;
    };
  }

  private static Token withText(Token token, String text) {
    return new Token(token.kind(), text, token.start());
  }

  private static Optional<String> column(String name, Collection<String> columns) {
    return columns.stream().filter(column -> column.equalsIgnoreCase(name)).findFirst();
  }

  /** The tokens as one text. */
  private static String join(List<Token> tokens) {
    StringBuilder text = new StringBuilder();
    for (int index = 0; index < tokens.size(); index++) {
      text.append(index > 0 && spaceBefore(tokens, index) ? " " : "")
          .append(tokens.get(index).text());
    }
    return text.toString();
  }

  private static boolean spaceBefore(List<Token> tokens, int index) {
    Token token = tokens.get(index);
    Token previous = tokens.get(index - 1);
    if (token.isSymbol(")") || token.isSymbol(",") || token.isSymbol(".")) {
      return false;
    }
    if (previous.isSymbol("(") || previous.isSymbol(".")) {
      return false;
    }
    if (token.isSymbol("(")) {
      return !isCalled(previous);
    }
    return !(isSign(previous) && !isOperand(tokens, index - 2)) || isSign(token);
  }

  private static boolean isCalled(Token token) {
    return switch (token.kind()) {
      case WORD ->
          CALLED.contains(token.text().toLowerCase(Locale.ROOT))
              || !Identifiers.isKeyword(token.text());
      case QUOTED -> true;
      case STRING, NUMBER, SYMBOL -> false;
    };
  }

  private static boolean isSign(Token token) {
    return token.isSymbol("-") || token.isSymbol("+");
  }

  /** Whether a value ends here, so that a sign behind it is binary. */
  private static boolean isOperand(List<Token> tokens, int index) {
    if (index < 0) {
      return false;
    }
    Token token = tokens.get(index);
    return switch (token.kind()) {
      case SYMBOL -> token.isSymbol(")");
      case WORD -> !Identifiers.isKeyword(token.text());
      case QUOTED, STRING, NUMBER -> true;
    };
  }
}
