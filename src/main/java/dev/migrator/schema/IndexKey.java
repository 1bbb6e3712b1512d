package dev.migrator.schema;

import java.util.Optional;

/**
 * One key of an index: a column or an expression, with its direction.
 *
 * @param part what is indexed
 * @param descending whether the key is sorted downwards
 * @param nulls where NULL stands; empty is behind the greatest value
 * @param collation the name of the order in which its texts are compared; empty is the column's
 * @param operatorClass the operator class with its parameters; empty is the type's own (PostgreSQL)
 */
public record IndexKey(
    Part part,
    boolean descending,
    Optional<NullsOrder> nulls,
    Optional<String> collation,
    Optional<String> operatorClass) {

  /** A key in the usual order of its type. */
  public IndexKey(Part part, boolean descending) {
    this(part, descending, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** An ascending key on a column. */
  public static IndexKey column(String name) {
    return new IndexKey(new OnColumn(name), false);
  }

  /** The same order of something else. */
  public IndexKey withPart(Part other) {
    return new IndexKey(other, descending, nulls, collation, operatorClass);
  }

  /** Whether it is a column in the usual order of its type. */
  public boolean isPlainColumn() {
    return part instanceof OnColumn on && equals(column(on.column()));
  }

  /** What a key indexes. */
  public sealed interface Part {}

  /** A column, by its exact name. */
  public record OnColumn(String column) implements Part {}

  /** An expression over the table's columns. */
  public record OnExpression(Expression expression) implements Part {}
}
