package dev.migrator.schema;

/**
 * An array; JSON text where the database has none.
 *
 * @param element the type of an element
 */
public record ArrayType(ColumnType element) implements ColumnType {

  @Override
  public String spelling() {
    return element.spelling() + "[]";
  }
}
