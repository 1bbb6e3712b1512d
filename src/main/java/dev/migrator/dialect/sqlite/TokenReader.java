package dev.migrator.dialect.sqlite;

import dev.migrator.schema.SqlTokens;
import dev.migrator.schema.SqlTokens.Kind;
import dev.migrator.schema.SqlTokens.Token;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A place in the tokens of one statement, moved forward by a recursive-descent parser. */
final class TokenReader {

  private final String sql;
  private final List<Token> tokens;
  private int position;

  TokenReader(String sql) {
    this.sql = sql;
    this.tokens = SqlTokens.of(sql);
  }

  boolean atEnd() {
    return position == tokens.size();
  }

  /** Whether these words come next, in any case. */
  boolean seesWords(String... words) {
    for (int index = 0; index < words.length; index++) {
      int at = position + index;
      if (at >= tokens.size() || !tokens.get(at).isWord(words[index])) {
        return false;
      }
    }
    return true;
  }

  boolean seesAnyWord(List<String> words) {
    return words.stream().anyMatch(this::seesWords);
  }

  boolean seesSymbol(String symbol) {
    return !atEnd() && tokens.get(position).isSymbol(symbol);
  }

  /** Moves past the words if they come next. */
  boolean acceptWords(String... words) {
    if (!seesWords(words)) {
      return false;
    }
    position += words.length;
    return true;
  }

  /** Moves past the symbol if it comes next. */
  boolean acceptSymbol(String symbol) {
    if (!seesSymbol(symbol)) {
      return false;
    }
    position++;
    return true;
  }

  void expectWords(String... words) {
    if (!acceptWords(words)) {
      throw unexpected(String.join(" ", Arrays.asList(words)).toUpperCase(Locale.ROOT));
    }
  }

  void expectSymbol(String symbol) {
    if (!acceptSymbol(symbol)) {
      throw unexpected("'" + symbol + "'");
    }
  }

  /** Whether a name comes next: SQLite takes a string for one, too. */
  boolean seesName() {
    return !atEnd() && tokens.get(position).kind() != Kind.SYMBOL && !seesNumber();
  }

  private boolean seesNumber() {
    return tokens.get(position).kind() == Kind.NUMBER;
  }

  /** The name that comes next, without its quotes. */
  String name() {
    if (!seesName()) {
      throw unexpected("a name");
    }
    Token token = tokens.get(position++);
    return token.identifier().orElseGet(() -> unquoted(token.text()));
  }

  private static String unquoted(String literal) {
    return literal.substring(1, literal.length() - 1).replace("''", "'");
  }

  /** The next token, whatever it is. */
  Token next() {
    if (atEnd()) {
      throw unexpected("more");
    }
    return tokens.get(position++);
  }

  /** Whether the next token is an unquoted or quoted name alone, followed by no operator. */
  Optional<Token> peek() {
    return atEnd() ? Optional.empty() : Optional.of(tokens.get(position));
  }

  /** The text between a pair of parentheses, which comes next. */
  String parenthesised() {
    expectSymbol("(");
    int start = position;
    skipToClosing();
    String inner = slice(start, position);
    expectSymbol(")");
    return inner;
  }

  /** The text up to a comma or closing parenthesis of this level. */
  String upToSeparator() {
    int start = position;
    int depth = 0;
    while (!atEnd() && !(depth == 0 && (seesSymbol(",") || seesSymbol(")")))) {
      depth += seesSymbol("(") ? 1 : seesSymbol(")") ? -1 : 0;
      position++;
    }
    return slice(start, position);
  }

  /** The text of all that is left. */
  String rest() {
    int start = position;
    position = tokens.size();
    return slice(start, position);
  }

  private void skipToClosing() {
    int depth = 0;
    while (!atEnd() && !(depth == 0 && seesSymbol(")"))) {
      depth += seesSymbol("(") ? 1 : seesSymbol(")") ? -1 : 0;
      position++;
    }
  }

  private String slice(int from, int to) {
    return from == to ? "" : sql.substring(tokens.get(from).start(), tokens.get(to - 1).end());
  }

  SqliteSyntaxException unexpected(String expected) {
    String found = peek().map(token -> "'" + token.text() + "'").orElse("the end of the statement");
    return new SqliteSyntaxException(sql, expected, found);
  }
}
