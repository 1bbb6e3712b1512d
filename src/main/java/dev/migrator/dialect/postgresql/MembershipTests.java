package dev.migrator.dialect.postgresql;

import dev.migrator.schema.SqlTokens;
import dev.migrator.schema.SqlTokens.Kind;
import dev.migrator.schema.SqlTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes {@code x in ('a', 'b')} for {@code x = ANY (ARRAY['a', 'b']::text[])}, which is how the
 * server shows it.
 */
final class MembershipTests {

  private final List<Token> tokens;

  MembershipTests(List<Token> tokens) {
    this.tokens = tokens;
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
        at = closing(at + 2);
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
        SqlTokens.withoutOuterParentheses(tokens.subList(at + 2, closing(at + 2) + 1));
    return array.size() > 3 && array.get(0).isWord("array") && array.get(1).isSymbol("[")
        ? literals(array)
        : Optional.empty();
  }

  private boolean isPair(int at, String symbol, String word) {
    return tokens.get(at).isSymbol(symbol) && tokens.get(at + 1).isWord(word);
  }

  private static Optional<List<Token>> literals(List<Token> array) {
    List<Token> literals = new ArrayList<>();
    int at = 2;
    while (true) {
      Token element = array.get(at);
      if (element.kind() != Kind.STRING && element.kind() != Kind.NUMBER) {
        return Optional.empty();
      }
      LiteralCasts.Casts casts = LiteralCasts.Casts.behind(array, at + 1);
      literals.addAll(LiteralCasts.withoutCast(element, casts));
      at = casts.end();
      if (at >= array.size()) {
        return Optional.empty();
      }
      if (array.get(at).isSymbol("]")) {
        boolean whole = LiteralCasts.Casts.behind(array, at + 1).end() == array.size();
        return whole ? Optional.of(literals) : Optional.empty();
      }
      if (!array.get(at).isSymbol(",") || at + 1 >= array.size()) {
        return Optional.empty();
      }
      literals.add(array.get(at));
      at++;
    }
  }

  /** The place of the parenthesis that closes the one at {@code open}. */
  private int closing(int open) {
    int depth = 0;
    for (int at = open; at < tokens.size(); at++) {
      if (tokens.get(at).isSymbol("(")) {
        depth++;
      } else if (tokens.get(at).isSymbol(")")) {
        depth--;
        if (depth == 0) {
          return at;
        }
      }
    }
    return tokens.size() - 1;
  }
}
