package dev.migrator.dialect.postgresql;

import dev.migrator.schema.SqlTokens.Kind;
import dev.migrator.schema.SqlTokens.Token;
import java.util.List;
import java.util.Set;

/** Finds where the name of a type ends: some are of several words ({@code character varying}). */
final class TypeName {

  private static final Set<String> INTERVAL_WORDS =
      Set.of("year", "month", "day", "hour", "minute", "second", "to");

  private final List<Token> tokens;
  private int at;

  private TypeName(List<Token> tokens, int start) {
    this.tokens = tokens;
    at = start;
  }

  /** The place behind the type's name that begins at {@code start}. */
  static int end(List<Token> tokens, int start) {
    return new TypeName(tokens, start).end();
  }

  private int end() {
    at++;
    while (isSymbol(".")) {
      at += 2;
    }
    while (isWord("varying", "precision") || isWord(INTERVAL_WORDS.toArray(String[]::new))) {
      at++;
    }
    if (isSymbol("(") && at + 1 < tokens.size() && tokens.get(at + 1).kind() == Kind.NUMBER) {
      skipPast(")");
    }
    if (isWord("with", "without") && at + 2 < tokens.size() && tokens.get(at + 2).isWord("zone")) {
      at += 3;
    }
    while (isSymbol("[")) {
      skipPast("]");
    }
    return Math.min(at, tokens.size());
  }

  private void skipPast(String symbol) {
    while (at < tokens.size() && !isSymbol(symbol)) {
      at++;
    }
    at++;
  }

  private boolean isSymbol(String symbol) {
    return at < tokens.size() && tokens.get(at).isSymbol(symbol);
  }

  private boolean isWord(String... words) {
    return at < tokens.size() && List.of(words).stream().anyMatch(tokens.get(at)::isWord);
  }
}
