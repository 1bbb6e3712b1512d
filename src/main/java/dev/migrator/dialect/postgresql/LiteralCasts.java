package dev.migrator.dialect.postgresql;

import dev.migrator.schema.SqlTokens.Kind;
import dev.migrator.schema.SqlTokens.Token;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Leaves out the casts that the server adds to an expression when it shows it, as long as the text
 * means the same without them: on a literal that is the whole default, that is compared with
 * something, or that is of a text type; and from a varchar column to text.
 */
final class LiteralCasts {

  private static final Pattern NUMBER = Pattern.compile("'(-?)(\\d+(?:\\.\\d+)?)'");
  private static final Pattern NUMERIC_TYPE =
      Pattern.compile("smallint|integer|bigint|real|double precision|numeric(\\(.*\\))?");
  private static final Pattern TEXT_TYPE =
      Pattern.compile("text|bpchar|(character|varchar|char)( varying)?(\\(\\d+\\))?");

  private static final Set<String> COMPARISONS =
      Set.of("=", "<>", "<", ">", "<=", ">=", "~", "!~", "~*", "!~*", "~~", "!~~", "~~*", "!~~*");
  private static final Set<String> BOUNDARY_WORDS =
      Set.of("and", "or", "not", "case", "when", "then", "else", "end", "is", "in", "between");
  private static final Set<String> TRANSPARENT_CALLS =
      Set.of("array", "coalesce", "greatest", "least", "nullif");

  private final List<Token> tokens;
  private final Set<String> varcharColumns;
  private final boolean isDefault;

  /** For each open parenthesis or bracket, whether it holds a function's arguments. */
  private final Deque<Boolean> calls = new ArrayDeque<>();

  LiteralCasts(List<Token> tokens, Set<String> varcharColumns, boolean isDefault) {
    this.tokens = tokens;
    this.varcharColumns = varcharColumns;
    this.isDefault = isDefault;
  }

  List<Token> removed() {
    List<Token> kept = new ArrayList<>();
    int at = 0;
    while (at < tokens.size()) {
      follow(at);
      Casts casts = Casts.behind(tokens, at + 1);
      if (casts.types().isEmpty() || !removable(at, casts)) {
        kept.add(tokens.get(at));
        at++;
      } else {
        kept.addAll(withoutCast(tokens.get(at), casts));
        at = casts.end();
      }
    }
    return kept;
  }

  private void follow(int at) {
    Token token = tokens.get(at);
    if (token.isSymbol("(") || token.isSymbol("[")) {
      calls.push(at > 0 && isOpaqueCall(tokens.get(at - 1)));
    } else if ((token.isSymbol(")") || token.isSymbol("]")) && !calls.isEmpty()) {
      calls.pop();
    }
  }

  private static boolean isOpaqueCall(Token before) {
    return ExpressionForm.isCalled(before) && !TRANSPARENT_CALLS.contains(before.text());
  }

  private boolean removable(int at, Casts casts) {
    Token token = tokens.get(at);
    if (token.identifier().filter(varcharColumns::contains).isPresent()) {
      return casts.types().equals(List.of("text")) && !(at > 0 && tokens.get(at - 1).isSymbol("."));
    }
    boolean literal =
        token.kind() == Kind.STRING || token.kind() == Kind.NUMBER || token.isWord("null");
    if (!literal) {
      return false;
    }
    if (at == 0 && casts.end() == tokens.size()) {
      return isDefault;
    }
    if (!isBoundary(at - 1) || !isBoundary(casts.end())) {
      return false;
    }
    boolean text = casts.types().stream().allMatch(type -> TEXT_TYPE.matcher(type).matches());
    return text ? !calls.contains(true) : isComparison(at - 1) || isComparison(casts.end());
  }

  private boolean isBoundary(int at) {
    if (at < 0 || at >= tokens.size() || isComparison(at)) {
      return true;
    }
    Token token = tokens.get(at);
    return switch (token.kind()) {
      case SYMBOL -> Set.of("(", ")", "[", "]", ",").contains(token.text());
      case WORD -> BOUNDARY_WORDS.contains(token.text());
      case QUOTED, STRING, NUMBER -> false;
    };
  }

  private boolean isComparison(int at) {
    return at >= 0
        && at < tokens.size()
        && tokens.get(at).kind() == Kind.SYMBOL
        && COMPARISONS.contains(tokens.get(at).text());
  }

  /** A literal as it is without its casts: a number, if it is cast to one. */
  static List<Token> withoutCast(Token literal, Casts casts) {
    boolean numeric = casts.types().stream().allMatch(t -> NUMERIC_TYPE.matcher(t).matches());
    return numeric ? number(literal).orElse(List.of(literal)) : List.of(literal);
  }

  /** {@code -1} for the string {@code '-1'}, which is how the server writes a negative number. */
  static Optional<List<Token>> number(Token literal) {
    return Optional.of(NUMBER.matcher(literal.text()))
        .filter(matcher -> literal.kind() == Kind.STRING && matcher.matches())
        .map(
            matcher -> {
              Token digits = new Token(Kind.NUMBER, matcher.group(2), 0);
              return matcher.group(1).isEmpty()
                  ? List.of(digits)
                  : List.of(new Token(Kind.SYMBOL, "-", 0), digits);
            });
  }

  /**
   * The casts that follow an operand.
   *
   * @param types the types, in order
   * @param end the place behind the last of them
   */
  record Casts(List<String> types, int end) {

    static Casts behind(List<Token> tokens, int start) {
      List<String> types = new ArrayList<>();
      int at = start;
      while (at < tokens.size() && tokens.get(at).isSymbol("::")) {
        int end = TypeName.end(tokens, at + 1);
        types.add(ExpressionForm.render(tokens.subList(at + 1, end)));
        at = end;
      }
      return new Casts(types, at);
    }
  }
}
