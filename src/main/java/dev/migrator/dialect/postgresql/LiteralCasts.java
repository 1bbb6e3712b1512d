package dev.migrator.dialect.postgresql;

import dev.migrator.schema.SqlTokens.Kind;
import dev.migrator.schema.SqlTokens.Token;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Leaves out the casts that the server adds to a condition when it shows it, where the text
 * provably means the same without them: on a literal that is compared with something of the same
 * type, on one that is a text anyway, and from a varchar column to text where it is compared. What
 * is cast again, be it in parentheses or as the element of an array, keeps its casts: {@code
 * ('now'::text)::date} is another day every day, {@code 'now'::date} is not.
 */
final class LiteralCasts {

  private static final Set<String> COMPARISONS =
      Set.of("=", "<>", "<", ">", "<=", ">=", "~", "!~", "~*", "!~*", "~~", "!~~", "~~*", "!~~*");
  private static final Set<String> BOUNDARY_WORDS =
      Set.of("and", "or", "not", "case", "when", "then", "else", "end", "is", "in", "between");
  private static final Set<String> TRANSPARENT_CALLS =
      Set.of("array", "coalesce", "greatest", "least", "nullif");

  /** Functions of text alone, which make one of a varchar by themselves. */
  private static final Set<String> TEXT_FUNCTIONS =
      Set.of("lower", "upper", "initcap", "length", "char_length", "btrim", "ltrim", "rtrim");

  private final List<Token> tokens;
  private final Map<String, String> columns;

  /** For each open parenthesis or bracket, whether what is in it has to keep its casts. */
  private final Deque<Boolean> opaque = new ArrayDeque<>();

  /**
   * @param columns the names of the table's columns, and the types of each as {@link CastLiteral}
   *     compares them
   */
  LiteralCasts(List<Token> tokens, Map<String, String> columns) {
    this.tokens = tokens;
    this.columns = columns;
  }

  List<Token> removed() {
    List<Token> kept = new ArrayList<>();
    int at = 0;
    while (at < tokens.size()) {
      follow(at);
      Casts casts = Casts.behind(tokens, at + 1);
      Optional<List<Token>> bare =
          casts.types().isEmpty() ? Optional.empty() : withoutCast(at, casts);
      kept.addAll(bare.orElse(List.of(tokens.get(at))));
      at = bare.isPresent() ? casts.end() : at + 1;
    }
    return kept;
  }

  private void follow(int at) {
    Token token = tokens.get(at);
    if (token.isSymbol("(") || token.isSymbol("[")) {
      opaque.push(isOpaqueCall(at) || isCastArray(at));
    } else if ((token.isSymbol(")") || token.isSymbol("]")) && !opaque.isEmpty()) {
      opaque.pop();
    }
  }

  private boolean isOpaqueCall(int open) {
    return isCall(open) && !TRANSPARENT_CALLS.contains(tokens.get(open - 1).text());
  }

  private boolean isCall(int open) {
    return open > 0 && ExpressionForm.isCalled(tokens.get(open - 1));
  }

  /** Whether a bracket opens an array whose elements become of another type. */
  private boolean isCastArray(int open) {
    return tokens.get(open).isSymbol("[")
        && open > 0
        && isSymbol(around(open - 1, closing(tokens, open) + 1).right(), "::");
  }

  private Optional<List<Token>> withoutCast(int at, Casts casts) {
    Token token = tokens.get(at);
    Surroundings place = around(at, casts.end());
    if (isSymbol(place.right(), "::")) {
      return Optional.empty();
    }
    if (token.identifier().map(columns::get).filter("varchar"::equals).isPresent()) {
      boolean needless = casts.types().equals(List.of("text")) && isTextAnyway(at, casts.end());
      return needless ? Optional.of(List.of(token)) : Optional.empty();
    }
    boolean whole = place.left() < 0 && place.right() >= tokens.size();
    boolean operand = isBoundary(place.left()) && isBoundary(place.right());
    if (!CastLiteral.isLiteral(token) || whole || !operand) {
      return Optional.empty();
    }
    CastLiteral literal = new CastLiteral(token, casts.types());
    return isComparison(place.left()) || isComparison(place.right())
        ? literal.comparedWith(otherOperand(place))
        : literal.asText().filter(text -> !opaque.contains(true));
  }

  /**
   * What stands around an operand and the parentheses that hold nothing else.
   *
   * @param left the place before it; -1 at the beginning
   * @param right the place behind it
   */
  private record Surroundings(int left, int right) {}

  private Surroundings around(int start, int end) {
    int left = start - 1;
    int right = end;
    while (isSymbol(left, "(") && isSymbol(right, ")") && !isCall(left)) {
      left--;
      right++;
    }
    return new Surroundings(left, right);
  }

  private boolean isTextAnyway(int at, int end) {
    boolean compared =
        isBoundary(at - 1) && isBoundary(end) && (isComparison(at - 1) || isComparison(end));
    boolean argument =
        at > 1
            && tokens.get(at - 1).isSymbol("(")
            && TEXT_FUNCTIONS.contains(tokens.get(at - 2).text())
            && (at < 3 || !tokens.get(at - 3).isSymbol("."))
            && (isSymbol(end, ")") || isSymbol(end, ","));
    return compared || argument;
  }

  /** The type of the column that is compared with, if it is one alone. */
  private Optional<String> otherOperand(Surroundings place) {
    int other = isComparison(place.left()) ? place.left() - 1 : place.right() + 1;
    int beyond = isComparison(place.left()) ? other - 1 : other + 1;
    return other >= 0 && other < tokens.size() && isBoundary(beyond)
        ? tokens.get(other).identifier().map(columns::get)
        : Optional.empty();
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

  private boolean isSymbol(int at, String symbol) {
    return at >= 0 && at < tokens.size() && tokens.get(at).isSymbol(symbol);
  }

  /** The place of the parenthesis or bracket that closes the one at {@code open}. */
  static int closing(List<Token> tokens, int open) {
    int depth = 0;
    for (int at = open; at < tokens.size(); at++) {
      Token token = tokens.get(at);
      if (token.isSymbol("(") || token.isSymbol("[")) {
        depth++;
      } else if (token.isSymbol(")") || token.isSymbol("]")) {
        depth--;
        if (depth == 0) {
          return at;
        }
      }
    }
    return tokens.size() - 1;
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
