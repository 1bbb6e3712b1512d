package dev.migrator.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The tokens of an SQL text, as PostgreSQL and SQLite both lex them: words, quoted identifiers,
 * strings, numbers, operators. Comments and white space are between the tokens.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html">PostgreSQL:
 *     lexical structure</a>
 * @see <a href="https://www.sqlite.org/draft/tokenreq.html">SQLite: tokenizer requirements</a>
 */
public final class SqlTokens {

  /** What a token is. */
  public enum Kind {
    /** An unquoted identifier or keyword. */
    WORD,
    /** An identifier in double quotes, back quotes or brackets. */
    QUOTED,
    /** A string in single quotes, with its prefix ({@code E'…'}), or in dollar quotes. */
    STRING,
    NUMBER,
    /** Punctuation or an operator. */
    SYMBOL
  }

  /**
   * One token.
   *
   * @param kind what it is
   * @param text its characters in the source
   * @param start where it begins in the source, counted from 0
   */
  public record Token(Kind kind, String text, int start) {

    /** Where the token ends in the source, exclusive. */
    public int end() {
      return start + text.length();
    }

    /** Whether this is the unquoted word, in any case. */
    public boolean isWord(String word) {
      return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    public boolean isSymbol(String symbol) {
      return kind == Kind.SYMBOL && text.equals(symbol);
    }

    /** The value of a string literal in plain quotes; empty for any other token. */
    Optional<String> literal() {
      return text.length() > 1 && text.startsWith("'") && text.endsWith("'")
          ? Optional.of(text.substring(1, text.length() - 1).replace("''", "'"))
          : Optional.empty();
    }

    /**
     * The identifier that this token names: a quoted one without its quotes, a word as it is
     * written; empty for any other token.
     */
    public Optional<String> identifier() {
      return switch (kind) {
        case WORD -> Optional.of(text);
        case QUOTED -> Optional.of(unquote(text));
        case STRING, NUMBER, SYMBOL -> Optional.empty();
      };
    }

    private static String unquote(String quoted) {
      String inner = quoted.substring(1, Math.max(1, quoted.length() - 1));
      return switch (quoted.charAt(0)) {
        case '"' -> inner.replace("\"\"", "\"");
        case '`' -> inner.replace("``", "`");
        default -> inner;
      };
    }
  }

  private static final String OPERATOR_CHARACTERS = "+-*/<>=~!@#%^&|?:";

  private final String sql;
  private int position;

  private SqlTokens(String sql) {
    this.sql = sql;
  }

  /** The tokens of a text, in order. An unclosed quote or comment runs to the end. */
  public static List<Token> of(String sql) {
    SqlTokens lexer = new SqlTokens(sql);
    List<Token> tokens = new ArrayList<>();
    while (lexer.skipBlank()) {
      tokens.add(lexer.next());
    }
    return tokens;
  }

  /**
   * The text in one spelling: keywords and unquoted identifiers in lower case, identifiers unquoted
   * where that changes nothing, one space between tokens, no parentheses around the whole.
   */
  public static String canonical(String sql) {
    StringBuilder text = new StringBuilder();
    for (Token token : withoutOuterParentheses(of(sql))) {
      text.append(text.isEmpty() ? "" : " ").append(canonical(token));
    }
    return text.toString();
  }

  private static String canonical(Token token) {
    return switch (token.kind()) {
      case WORD -> token.text().toLowerCase(Locale.ROOT);
      case QUOTED -> quoted(token.identifier().orElseThrow());
      case STRING, NUMBER, SYMBOL -> token.text();
    };
  }

  /** The tokens inside, as long as one pair of parentheses encloses them all. */
  public static List<Token> withoutOuterParentheses(List<Token> tokens) {
    List<Token> inner = tokens;
    while (enclosed(inner)) {
      inner = inner.subList(1, inner.size() - 1);
    }
    return inner;
  }

  private static boolean enclosed(List<Token> tokens) {
    if (tokens.size() < 3 || !tokens.get(0).isSymbol("(")) {
      return false;
    }
    int depth = 0;
    for (int index = 0; index < tokens.size(); index++) {
      if (tokens.get(index).isSymbol("(")) {
        depth++;
      } else if (tokens.get(index).isSymbol(")")) {
        depth--;
        if (depth == 0) {
          return index == tokens.size() - 1;
        }
      }
    }
    return false;
  }

  /** Whether the text mentions a column by this exact name, bare or quoted. */
  public static boolean mentions(String sql, String identifier) {
    return of(sql).stream().anyMatch(token -> names(token, identifier));
  }

  /** The text with each mention of a column replaced by another name, quoted where it must be. */
  public static String rename(String sql, String from, String to) {
    String replacement = quoted(to);
    return replace(sql, token -> names(token, from) ? replacement : token.text());
  }

  /** The text with each mention of a column replaced by an expression. */
  public static String substitute(String sql, String column, String expression) {
    return replace(sql, token -> names(token, column) ? expression : token.text());
  }

  /** The identifier, quoted where it must be on one of the databases. */
  public static String quoted(String identifier) {
    return identifier.matches("[a-z_][a-z0-9_]*") && !ReservedWords.contains(identifier)
        ? identifier
        : '"' + identifier.replace("\"", "\"\"") + '"';
  }

  /** The name as SQL, each part quoted where it must be. */
  public static String quoted(QualifiedName name) {
    return name.schema().map(schema -> quoted(schema) + ".").orElse("") + quoted(name.name());
  }

  /** A string as SQL writes it. */
  public static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** The values of the string literals in plain quotes, in order. */
  public static List<String> literals(String sql) {
    return of(sql).stream().flatMap(token -> token.literal().stream()).toList();
  }

  /** The text with each string literal of one value replaced by that of another. */
  public static String replaceLiteral(String sql, String from, String to) {
    return replaceLiterals(sql, value -> value.equals(from) ? to : value);
  }

  /** The text with another value in each string literal whose value changes. */
  static String replaceLiterals(String sql, UnaryOperator<String> change) {
    return replace(
        sql,
        token ->
            token
                .literal()
                .filter(value -> !change.apply(value).equals(value))
                .map(value -> literal(change.apply(value)))
                .orElse(token.text()));
  }

  private static String replace(String sql, Function<Token, String> change) {
    StringBuilder text = new StringBuilder();
    int copied = 0;
    for (Token token : of(sql)) {
      text.append(sql, copied, token.start()).append(change.apply(token));
      copied = token.end();
    }
    return text.append(sql, copied, sql.length()).toString();
  }

  private static boolean names(Token token, String identifier) {
    return switch (token.kind()) {
      case WORD -> token.text().toLowerCase(Locale.ROOT).equals(identifier);
      case QUOTED -> token.identifier().orElseThrow().equals(identifier);
      case STRING, NUMBER, SYMBOL -> false;
    };
  }

  /** Moves to the next token; false at the end. */
  private boolean skipBlank() {
    while (position < sql.length()) {
      if (Character.isWhitespace(sql.charAt(position))) {
        position++;
      } else if (sql.startsWith("--", position)) {
        position = endOf("\n", position + 2);
      } else if (sql.startsWith("/*", position)) {
        position = endOfBlockComment();
      } else {
        return true;
      }
    }
    return false;
  }

  /** PostgreSQL nests block comments; SQLite does not, and no one writes one inside another. */
  private int endOfBlockComment() {
    int depth = 0;
    for (int at = position; at < sql.length() - 1; at++) {
      if (sql.startsWith("/*", at)) {
        depth++;
        at++;
      } else if (sql.startsWith("*/", at)) {
        depth--;
        at++;
        if (depth == 0) {
          return at + 1;
        }
      }
    }
    return sql.length();
  }

  private Token next() {
    int start = position;
    Kind kind = advance(sql.charAt(start));
    return new Token(kind, sql.substring(start, position), start);
  }

  private Kind advance(char first) {
    if (first == '\'') {
      position = endOfQuoted('\'', position + 1, false);
      return Kind.STRING;
    }
    if (first == '"' || first == '`') {
      position = endOfQuoted(first, position + 1, false);
      return Kind.QUOTED;
    }
    if (first == '[' && isBracketIdentifier()) {
      position = endOf("]", position + 1);
      return Kind.QUOTED;
    }
    if (first == '$' && dollarQuote()) {
      return Kind.STRING;
    }
    if (Character.isDigit(first) || (first == '.' && digitAt(position + 1))) {
      number();
      return Kind.NUMBER;
    }
    if (Character.isLetter(first) || first == '_') {
      return word();
    }
    symbol(first);
    return Kind.SYMBOL;
  }

  /** {@code [name]} is an identifier; {@code a[1]}, {@code int[]} and {@code array[…]} are not. */
  private boolean isBracketIdentifier() {
    boolean afterOperand =
        position > 0
            && (Character.isLetterOrDigit(sql.charAt(position - 1))
                || ")]\"'_".indexOf(sql.charAt(position - 1)) >= 0);
    return !afterOperand
        && position + 1 < sql.length()
        && (Character.isLetter(sql.charAt(position + 1)) || sql.charAt(position + 1) == '_');
  }

  private Kind word() {
    int start = position;
    while (position < sql.length() && isWordCharacter(sql.charAt(position))) {
      position++;
    }
    if (position < sql.length() && sql.charAt(position) == '\'' && isStringPrefix(start)) {
      boolean escapes = Character.toLowerCase(sql.charAt(start)) == 'e';
      position = endOfQuoted('\'', position + 1, escapes);
      return Kind.STRING;
    }
    return Kind.WORD;
  }

  private boolean isStringPrefix(int start) {
    return position - start == 1 && "eEbBxXnN".indexOf(sql.charAt(start)) >= 0;
  }

  private static boolean isWordCharacter(char character) {
    return Character.isLetterOrDigit(character) || character == '_' || character == '$';
  }

  private void number() {
    while (position < sql.length()) {
      char character = sql.charAt(position);
      boolean sign =
          (character == '+' || character == '-')
              && "eE".indexOf(sql.charAt(position - 1)) >= 0
              && !sql.startsWith("0x", position - 1);
      if (!Character.isLetterOrDigit(character) && character != '.' && character != '_' && !sign) {
        return;
      }
      position++;
    }
  }

  private boolean dollarQuote() {
    int tagEnd = position + 1;
    while (tagEnd < sql.length()
        && isWordCharacter(sql.charAt(tagEnd))
        && sql.charAt(tagEnd) != '$') {
      tagEnd++;
    }
    if (tagEnd >= sql.length() || sql.charAt(tagEnd) != '$' || digitAt(position + 1)) {
      return false;
    }
    String tag = sql.substring(position, tagEnd + 1);
    position = endOf(tag, tagEnd + 1);
    return true;
  }

  private void symbol(char first) {
    position++;
    if (OPERATOR_CHARACTERS.indexOf(first) < 0) {
      return;
    }
    while (position < sql.length()
        && OPERATOR_CHARACTERS.indexOf(sql.charAt(position)) >= 0
        && !sql.startsWith("--", position)
        && !sql.startsWith("/*", position)
        && !(isSign(sql.charAt(position)) && endsBeforeSign(first))) {
      position++;
    }
  }

  private static boolean isSign(char character) {
    return character == '+' || character == '-';
  }

  /**
   * {@code a =-1} is two operators: one ends before a sign unless it holds one of {@code
   * ~!@#%^&|?}.
   */
  private static boolean endsBeforeSign(char first) {
    return "~!@#%^&|?".indexOf(first) < 0 && first != '-';
  }

  private boolean digitAt(int index) {
    return index < sql.length() && Character.isDigit(sql.charAt(index));
  }

  private int endOfQuoted(char quote, int from, boolean backslashEscapes) {
    for (int at = from; at < sql.length(); at++) {
      if (backslashEscapes && sql.charAt(at) == '\\') {
        at++;
      } else if (sql.charAt(at) == quote) {
        if (at + 1 < sql.length() && sql.charAt(at + 1) == quote) {
          at++;
        } else {
          return at + 1;
        }
      }
    }
    return sql.length();
  }

  private int endOf(String mark, int from) {
    int at = sql.indexOf(mark, from);
    return at < 0 ? sql.length() : at + mark.length();
  }
}
