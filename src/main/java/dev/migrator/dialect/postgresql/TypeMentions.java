package dev.migrator.dialect.postgresql;

import dev.migrator.schema.SqlTokens;
import dev.migrator.schema.SqlTokens.Kind;
import dev.migrator.schema.SqlTokens.Token;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where an SQL text names a type: behind a cast. A column may have the same name, and often does.
 */
final class TypeMentions {

  /** What may stand between a column and the values that it is compared with. */
  private static final Set<String> LISTS = Set.of("in", "not", "any", "all", "array", "is", "from");

  private TypeMentions() {}

  /** {@code x::level}, {@code x::public.level}, {@code CAST(x AS level)}. */
  static boolean any(String sql, Set<String> types) {
    List<Token> tokens = SqlTokens.of(sql);
    for (int index = 1; index < tokens.size(); index++) {
      if (isBeforeType(tokens.get(index - 1))
          && tokens.get(index).identifier().filter(types::contains).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBeforeType(Token token) {
    return token.isSymbol("::") || token.isSymbol(".") || token.isWord("as");
  }

  /**
   * Whether the text holds a value as one of a type: {@code 'LOW'::level}, or beside a column of
   * it: {@code level IN ('HIGH', 'LOW')}.
   *
   * @param columns the columns of the type that the text may name
   */
  static boolean value(String sql, String value, String type, Collection<String> columns) {
    List<Token> tokens = SqlTokens.of(sql);
    String literal = PostgresqlIdentifiers.literal(value);
    for (int index = 0; index < tokens.size(); index++) {
      if (tokens.get(index).text().equals(literal)
          && (isCast(tokens.subList(index + 1, tokens.size()), type)
              || isBeside(tokens, index, columns))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCast(List<Token> behind, String type) {
    int name = behind.size() > 3 && behind.get(2).isSymbol(".") ? 3 : 1;
    return behind.size() > name
        && behind.get(0).isSymbol("::")
        && behind.get(name).identifier().filter(type::equals).isPresent();
  }

  /** The nearest name before the literal or, where it is the first operand, the one behind it. */
  private static boolean isBeside(List<Token> tokens, int literal, Collection<String> columns) {
    for (int index = literal - 1; index >= 0; index--) {
      Token token = tokens.get(index);
      if (token.isWord("and") || token.isWord("or")) {
        break;
      }
      if (token.identifier().isPresent()
          && !LISTS.contains(token.text().toLowerCase(Locale.ROOT))) {
        return columns.contains(token.identifier().get());
      }
    }
    return literal + 2 < tokens.size()
        && tokens.get(literal + 1).kind() == Kind.SYMBOL
        && tokens.get(literal + 2).identifier().filter(columns::contains).isPresent();
  }
}
