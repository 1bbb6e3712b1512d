package dev.migrator.schema;

/**
 * A type of one database, passed through as it is written.
 *
 * @param sql the type's own spelling
 */
public record NativeType(String sql) implements ColumnType {

  @Override
  public String spelling() {
    return "native(" + sql + ")";
  }
}
