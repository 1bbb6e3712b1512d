package dev.migrator.schema;

/**
 * One key of an index: a column or an expression, with its direction.
 *
 * @param part what is indexed
 * @param descending whether the key is sorted downwards
 */
public record IndexKey(Part part, boolean descending) {

  /** An ascending key on a column. */
  public static IndexKey column(String name) {
    return new IndexKey(new OnColumn(name), false);
  }

  /** What a key indexes. */
  public sealed interface Part {}

  /** A column, by its exact name. */
  public record OnColumn(String column) implements Part {}

  /** An expression over the table's columns. */
  public record OnExpression(Expression expression) implements Part {}
}
