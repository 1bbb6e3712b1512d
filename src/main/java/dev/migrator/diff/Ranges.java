package dev.migrator.diff;

import dev.migrator.schema.SqlTokens;
import dev.migrator.schema.SqlTokens.Kind;
import dev.migrator.schema.SqlTokens.Token;
import java.util.ArrayList;
import java.util.List;

/** Conditions on ranges in one spelling: PostgreSQL keeps BETWEEN as the two comparisons. */
final class Ranges {

  private Ranges() {}

  /** {@code size between 0 and 1} as {@code size >= 0 and size <= 1}, between plain numbers. */
  static String spelledOut(String sql) {
    List<Token> tokens = SqlTokens.of(sql);
    List<String> texts = new ArrayList<>();
    for (int index = 0; index < tokens.size(); index++) {
      String text = tokens.get(index).text();
      if (isRange(tokens, index)) {
        String low = tokens.get(index + 2).text();
        String high = tokens.get(index + 4).text();
        texts.addAll(List.of(text, ">=", low, "and", text, "<=", high));
        index += 4;
      } else {
        texts.add(text);
      }
    }
    return String.join(" ", texts);
  }

  private static boolean isRange(List<Token> tokens, int index) {
    return tokens.size() > index + 4
        && tokens.get(index).identifier().isPresent()
        && !tokens.get(index).isWord("not")
        && (index == 0 || !tokens.get(index - 1).isWord("not"))
        && (index == 0 || !tokens.get(index - 1).isSymbol("."))
        && tokens.get(index + 1).isWord("between")
        && tokens.get(index + 2).kind() == Kind.NUMBER
        && tokens.get(index + 3).isWord("and")
        && tokens.get(index + 4).kind() == Kind.NUMBER;
  }
}
