package dev.migrator.diff;

import dev.migrator.schema.BasicType;
import dev.migrator.schema.ColumnType;

/** Types that a foreign key can join with each other, so that it may stay while one changes. */
final class TypeFamily {

  private TypeFamily() {}

  /** A value that is equal for two types of one family. */
  static Object of(ColumnType type) {
    if (!(type instanceof BasicType basic)) {
      return type;
    }
    return switch (basic.kind()) {
      case SMALLINT, INTEGER, BIGINT -> BasicType.Kind.BIGINT;
      case CHAR, VARCHAR, TEXT -> BasicType.Kind.TEXT;
      case BOOLEAN, REAL, DOUBLE, NUMERIC, CLOB, BYTES, BLOB, DATE, TIME, TIMETZ -> basic.kind();
      case TIMESTAMP, TIMESTAMPTZ, INTERVAL, UUID, JSON, JSONB, INET, XML -> basic.kind();
    };
  }
}
