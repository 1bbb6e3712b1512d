package dev.migrator.schema;

/**
 * A type of one database, passed through as it is written.
 *
 * @param sql the type's own spelling, without white space around it
 */
public record NativeType(String sql) implements ColumnType {

  public NativeType {
    sql = sql.strip();
    if (sql.isEmpty()) {
      throw new IllegalArgumentException("a native type is empty");
    }
  }

  @Override
  public String spelling() {
    return "native(" + sql + ")";
  }
}
