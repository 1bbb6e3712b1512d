package dev.migrator.dialect;

import dev.migrator.schema.QualifiedName;
import java.util.Map;
import java.util.Optional;

/**
 * How the server itself spells expressions: it reads {@code in ('a', 'b')} and shows {@code = ANY
 * (ARRAY[…])}. Where nothing was asked or the server could not answer, texts are compared token by
 * token.
 *
 * @param texts the server's text for each expression that it spelled
 */
public record Spellings(Map<Key, String> texts) {

  /** No expression was spelled. */
  public static final Spellings NONE = new Spellings(Map.of());

  public Spellings {
    texts = Map.copyOf(texts);
  }

  /** The server's text for an expression of a table. */
  public Optional<String> of(QualifiedName table, Optional<String> column, String sql) {
    return Optional.ofNullable(texts.get(new Key(table, column, sql)));
  }

  /**
   * One expression where it stands.
   *
   * @param table the table
   * @param column the column whose default or generation it is; empty for a check, a predicate or
   *     an index key
   * @param sql the text that was spelled
   */
  public record Key(QualifiedName table, Optional<String> column, String sql) {}
}
