package dev.migrator.schema;

/**
 * A column of a composite type.
 *
 * @param name the composite type's name
 */
public record CompositeRef(QualifiedName name) implements ColumnType {

  @Override
  public String spelling() {
    return "composite(" + name.spelling() + ")";
  }
}
