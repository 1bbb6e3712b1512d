package dev.migrator.schema;

import java.util.List;
import java.util.Optional;

/**
 * An index of a table; those that a primary key or unique constraint makes are not listed.
 *
 * @param name the index's name; empty where a model gives none
 * @param keys what is indexed, in order, at least one
 * @param unique whether two rows may not share a key
 * @param where the predicate of a partial index
 * @param method the access method ({@code gin}, …); empty is the database's own ({@code btree})
 * @param include columns carried along without being part of the key
 * @param options what more there is to say of it
 */
public record Index(
    Optional<String> name,
    List<IndexKey> keys,
    boolean unique,
    Optional<Expression> where,
    Optional<String> method,
    List<String> include,
    IndexOptions options) {

  public Index {
    keys = List.copyOf(keys);
    include = List.copyOf(include);
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("an index has no key");
    }
  }

  /** An index of which there is nothing more to say. */
  public Index(
      Optional<String> name,
      List<IndexKey> keys,
      boolean unique,
      Optional<Expression> where,
      Optional<String> method,
      List<String> include) {
    this(name, keys, unique, where, method, include, IndexOptions.NONE);
  }

  /** An ascending index on columns. */
  public static Index on(String name, boolean unique, List<String> columns) {
    return new Index(
        Optional.of(name),
        columns.stream().map(IndexKey::column).toList(),
        unique,
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  public Index withName(Optional<String> other) {
    return new Index(other, keys, unique, where, method, include, options);
  }

  public Index withKeys(List<IndexKey> others) {
    return new Index(name, others, unique, where, method, include, options);
  }

  public Index withWhere(Optional<Expression> other) {
    return new Index(name, keys, unique, other, method, include, options);
  }

  public Index withMethod(Optional<String> other) {
    return new Index(name, keys, unique, where, other, include, options);
  }

  public Index withInclude(List<String> others) {
    return new Index(name, keys, unique, where, method, others, options);
  }

  /** The same index over all rows. */
  public Index withoutWhere() {
    return withWhere(Optional.empty());
  }
}
