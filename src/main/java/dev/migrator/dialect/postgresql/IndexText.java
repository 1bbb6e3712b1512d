package dev.migrator.dialect.postgresql;

import dev.migrator.schema.IndexKey;
import dev.migrator.schema.NullsOrder;
import dev.migrator.schema.SqlTokens;
import dev.migrator.schema.SqlTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An index in the words of {@code pg_get_indexdef}: what it says of each key behind what is
 * indexed, and what follows the keys.
 *
 * @param keys the text of each key
 * @param rest the tokens behind the keys
 */
record IndexText(List<String> keys, List<Token> rest) {

  static IndexText of(String definition) {
    List<Token> tokens = SqlTokens.of(definition);
    int using = 0;
    while (!tokens.get(using).isWord("using")) {
      using++;
    }
    List<String> keys = new ArrayList<>();
    int open = using + 2;
    int start = tokens.get(open).end();
    int depth = 1;
    int at = open + 1;
    for (; depth > 0; at++) {
      Token token = tokens.get(at);
      depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
      if (depth == 0 || (depth == 1 && token.isSymbol(","))) {
        keys.add(definition.substring(start, token.start()).strip());
        start = token.end();
      }
    }
    return new IndexText(keys, tokens.subList(at, tokens.size()));
  }

  boolean nullsNotDistinct() {
    for (int at = 0; at + 1 < rest.size(); at++) {
      if (rest.get(at).isWord("where")) {
        return false;
      }
      if (rest.get(at).isWord("nulls") && rest.get(at + 1).isWord("not")) {
        return true;
      }
    }
    return false;
  }

  /**
   * A key with everything that is said of it.
   *
   * @param place its place, counted from 0
   * @param indexed the text of what is indexed alone
   * @param part what is indexed
   */
  IndexKey key(int place, String indexed, IndexKey.Part part) {
    String more = keys.get(place).substring(indexed.length());
    List<Token> tokens = SqlTokens.of(more);
    int at = behindCollation(tokens);
    Optional<String> collation = at == 0 ? Optional.empty() : collation(tokens.subList(1, at));
    int end = at;
    while (end < tokens.size() && !isOrder(tokens.get(end))) {
      end++;
    }
    Optional<String> operatorClass =
        end > at
            ? Optional.of(more.substring(tokens.get(at).start(), tokens.get(end - 1).end()))
            : Optional.empty();
    List<Token> order = tokens.subList(end, tokens.size());
    return new IndexKey(part, has(order, "desc"), nulls(order), collation, operatorClass);
  }

  /** The place behind {@code COLLATE name}; 0 where it does not stand there. */
  private static int behindCollation(List<Token> tokens) {
    if (tokens.isEmpty() || !tokens.get(0).isWord("collate")) {
      return 0;
    }
    boolean qualified = tokens.size() > 2 && tokens.get(2).isSymbol(".");
    return qualified ? 4 : 2;
  }

  /** One of another schema is written in quotes, as {@link Catalog#collation} does. */
  private static Optional<String> collation(List<Token> name) {
    return name.size() == 1
        ? name.get(0).identifier()
        : Optional.of(
            name.stream()
                .flatMap(token -> token.identifier().stream())
                .map(part -> '"' + part.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(".")));
  }

  private static boolean isOrder(Token token) {
    return token.isWord("desc") || token.isWord("asc") || token.isWord("nulls");
  }

  private static Optional<NullsOrder> nulls(List<Token> order) {
    if (has(order, "first")) {
      return Optional.of(NullsOrder.FIRST);
    }
    return has(order, "last") ? Optional.of(NullsOrder.LAST) : Optional.empty();
  }

  private static boolean has(List<Token> tokens, String word) {
    return tokens.stream().anyMatch(token -> token.isWord(word));
  }
}
