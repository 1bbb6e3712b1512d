package dev.migrator.dialect;

import dev.migrator.schema.Definition;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * How the server itself spells expressions: it reads {@code in ('a', 'b')} and shows {@code = ANY
 * (ARRAY[…])}. Where nothing was asked or the server could not answer, texts are compared token by
 * token.
 *
 * @param texts the server's text for each expression that it spelled
 * @param definitions for each definition that was asked for, what the database shows of the same
 */
public record Spellings(Map<Key, String> texts, Map<Definition, Definition> definitions) {

  /** No expression was spelled. */
  public static final Spellings NONE = new Spellings(Map.of());

  /** Spellings of expressions alone. */
  public Spellings(Map<Key, String> texts) {
    this(texts, Map.of());
  }

  public Spellings {
    texts = Map.copyOf(texts);
    definitions = Map.copyOf(definitions);
  }

  /** The server's text for an expression of a table. */
  public Optional<String> of(QualifiedName table, Optional<String> column, String sql) {
    return Optional.ofNullable(texts.get(new Key(table, column, sql)));
  }

  /** The definition as the database shows it, as far as that is known. */
  public Definition of(Definition definition) {
    return definitions.getOrDefault(definition, definition);
  }

  /** The same, and these definitions. */
  public Spellings withDefinitions(Map<Definition, Definition> others) {
    return new Spellings(texts, others);
  }

  /**
   * Each definition of compared schemas of which the database has one of the same kind and name.
   *
   * @param shown what the database has
   * @param differs whether the database's is another one of that name, as far as can be told
   */
  public static Map<Definition, Definition> byName(
      Schema shown, List<Schema> compared, BiPredicate<Definition, Definition> differs) {
    Map<Definition, Definition> found = new HashMap<>();
    for (Schema schema : compared) {
      for (Definition definition : schema.definitions()) {
        shown
            .definition(definition)
            .filter(other -> !differs.test(definition, other))
            .ifPresent(other -> found.put(definition, other));
      }
    }
    return found;
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
