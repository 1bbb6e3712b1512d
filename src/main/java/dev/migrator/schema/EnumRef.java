package dev.migrator.schema;

/**
 * A column of a named enumeration.
 *
 * @param name the enum's name
 */
public record EnumRef(QualifiedName name) implements ColumnType {

  @Override
  public String spelling() {
    return "enum(" + name.spelling() + ")";
  }
}
