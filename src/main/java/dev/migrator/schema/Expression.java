package dev.migrator.schema;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** An SQL expression: a default, a check, an index key or a predicate. */
public sealed interface Expression {

  /** One text for every database; dialects translate the few functions that differ. */
  static Expression of(String sql) {
    return new Portable(sql);
  }

  /** The text for a database, by the dialect's name; empty where none was given for it. */
  Optional<String> sql(String dialect);

  /** Whether it mentions a column by this exact name, in the text for one of the databases. */
  boolean mentions(String column);

  /** The same expression with each of its texts replaced. */
  Expression map(UnaryOperator<String> change);

  /**
   * One text for every database.
   *
   * @param text the SQL, without white space around it
   */
  record Portable(String text) implements Expression {

    public Portable {
      text = text.strip();
      if (text.isEmpty()) {
        throw new IllegalArgumentException("an SQL expression is empty");
      }
    }

    @Override
    public Optional<String> sql(String dialect) {
      return Optional.of(text);
    }

    @Override
    public boolean mentions(String column) {
      return SqlTokens.mentions(text, column);
    }

    @Override
    public Expression map(UnaryOperator<String> change) {
      return new Portable(change.apply(text));
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * A text for each database.
   *
   * @param texts the SQL by dialect name ({@code postgresql}, {@code sqlite}), at least one
   */
  record PerDialect(SortedMap<String, String> texts) implements Expression {

    public PerDialect(Map<String, String> texts) {
      this((SortedMap<String, String>) new TreeMap<>(texts));
    }

    public PerDialect {
      texts = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(texts));
      if (texts.isEmpty()) {
        throw new IllegalArgumentException("an SQL expression is given for no database");
      }
    }

    @Override
    public Optional<String> sql(String dialect) {
      return Optional.ofNullable(texts.get(dialect));
    }

    @Override
    public boolean mentions(String column) {
      return texts.values().stream().anyMatch(sql -> SqlTokens.mentions(sql, column));
    }

    @Override
    public Expression map(UnaryOperator<String> change) {
      SortedMap<String, String> changed = new TreeMap<>(texts);
      changed.replaceAll((dialect, text) -> change.apply(text));
      return new PerDialect(changed);
    }

    @Override
    public String toString() {
      return texts.toString();
    }
  }
}
