package dev.migrator.dialect.postgresql;

import dev.migrator.schema.SqlTokens;
import dev.migrator.schema.SqlTokens.Kind;
import dev.migrator.schema.SqlTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes {@code x in ('a', 'b')} for {@code x = ANY (ARRAY['a', 'b']::text[])}, which is how the
 * server shows it, where the elements mean the same without their casts.
 */
final class MembershipTests {

  private static final Set<String> TEXT_ARRAYS = Set.of("text[]", "character varying[]");

  private final List<Token> tokens;
  private final Map<String, String> columns;

  /**
   * @param columns the names of the table's columns, and the types of each
   */
  MembershipTests(List<Token> tokens, Map<String, String> columns) {
    this.tokens = tokens;
    this.columns = columns;
  }

  List<Token> rewritten() {
    List<Token> result = new ArrayList<>();
    int at = 0;
    while (at < tokens.size()) {
      Optional<List<Token>> elements = elements(at);
      if (elements.isPresent()) {
        String words = tokens.get(at).isSymbol("=") ? "in (" : "not in (";
        result.addAll(ExpressionForm.fold(SqlTokens.of(words)));
        result.addAll(elements.get());
        at = LiteralCasts.closing(tokens, at + 2);
      } else {
        result.add(tokens.get(at));
        at++;
      }
    }
    return result;
  }

  /** The elements of the array that is compared with at this place, without their casts. */
  private Optional<List<Token>> elements(int at) {
    boolean test =
        at + 4 < tokens.size()
            && (isPair(at, "=", "any") || isPair(at, "<>", "all"))
            && tokens.get(at + 2).isSymbol("(");
    if (!test) {
      return Optional.empty();
    }
    List<Token> array =
        SqlTokens.withoutOuterParentheses(
            tokens.subList(at + 2, LiteralCasts.closing(tokens, at + 2) + 1));
    return array.size() > 3 && array.get(0).isWord("array") && array.get(1).isSymbol("[")
        ? literals(array, column(at))
        : Optional.empty();
  }

  private boolean isPair(int at, String symbol, String word) {
    return tokens.get(at).isSymbol(symbol) && tokens.get(at + 1).isWord(word);
  }

  /** The type of the column that stands before the test, if it stands there alone. */
  private Optional<String> column(int at) {
    boolean alone =
        at == 1
            || (at > 1
                && (tokens.get(at - 2).kind() == Kind.WORD || tokens.get(at - 2).isSymbol("(")));
    return alone ? tokens.get(at - 1).identifier().map(columns::get) : Optional.empty();
  }

  private static Optional<List<Token>> literals(List<Token> array, Optional<String> column) {
    int close = LiteralCasts.closing(array, 1);
    LiteralCasts.Casts ofArray = LiteralCasts.Casts.behind(array, close + 1);
    if (ofArray.end() < array.size()) {
      return Optional.empty();
    }
    List<Token> literals = new ArrayList<>();
    int at = 2;
    while (at < close) {
      Token element = array.get(at);
      LiteralCasts.Casts casts = LiteralCasts.Casts.behind(array, at + 1);
      Optional<List<Token>> bare = element(element, casts, ofArray, column);
      boolean last = casts.end() == close;
      if (bare.isEmpty() || !(last || array.get(casts.end()).isSymbol(","))) {
        return Optional.empty();
      }
      literals.addAll(bare.get());
      if (!last) {
        literals.add(array.get(casts.end()));
      }
      at = casts.end() + 1;
    }
    return Optional.of(literals);
  }

  private static Optional<List<Token>> element(
      Token element,
      LiteralCasts.Casts casts,
      LiteralCasts.Casts ofArray,
      Optional<String> column) {
    if (element.kind() != Kind.STRING && element.kind() != Kind.NUMBER) {
      return Optional.empty();
    }
    CastLiteral literal = new CastLiteral(element, casts.types());
    if (!ofArray.types().isEmpty()) {
      return TEXT_ARRAYS.containsAll(ofArray.types()) ? literal.asText() : Optional.empty();
    }
    return casts.types().isEmpty() ? Optional.of(List.of(element)) : literal.comparedWith(column);
  }
}
