package dev.migrator.diff;

import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.SqlTokens;
import dev.migrator.schema.SqlTokens.Kind;
import dev.migrator.schema.SqlTokens.Token;
import dev.migrator.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Constraints without the order of their parts, where it changes nothing of what they allow. Other
 * tools that made a database from the same model write them in an order of their own.
 */
final class Unordered {

  private Unordered() {}

  /** The constraint with its columns in one order. */
  static UniqueConstraint unique(UniqueConstraint unique) {
    return new UniqueConstraint(unique.name(), unique.columns().stream().sorted().toList());
  }

  /** The constraint with the literals of each {@code in} list in one order. */
  static CheckConstraint check(CheckConstraint check) {
    return new CheckConstraint(check.name(), check.expression().map(Unordered::text));
  }

  private static String text(String sql) {
    List<Token> tokens = SqlTokens.of(SqlTokens.canonical(sql));
    List<String> words = new ArrayList<>();
    int at = 0;
    while (at < tokens.size()) {
      words.add(tokens.get(at).text());
      int end = endOfList(tokens, at);
      if (end > at) {
        words.add("(");
        words.add(
            tokens.subList(at + 2, end).stream()
                .filter(token -> !token.isSymbol(","))
                .map(Token::text)
                .sorted()
                .collect(Collectors.joining(" , ")));
        at = end;
      } else {
        at++;
      }
    }
    return String.join(" ", words);
  }

  /** The place of the parenthesis that closes the list of literals behind an {@code in}. */
  private static int endOfList(List<Token> tokens, int in) {
    if (!tokens.get(in).isWord("in")
        || in + 1 >= tokens.size()
        || !tokens.get(in + 1).isSymbol("(")) {
      return in;
    }
    int at = in + 2;
    while (at < tokens.size() && isPartOfList(tokens.get(at))) {
      at++;
    }
    return at < tokens.size() && tokens.get(at).isSymbol(")") ? at : in;
  }

  private static boolean isPartOfList(Token token) {
    return token.kind() == Kind.STRING || token.kind() == Kind.NUMBER || token.isSymbol(",");
  }
}
