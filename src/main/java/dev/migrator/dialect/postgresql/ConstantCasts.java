package dev.migrator.dialect.postgresql;

import dev.migrator.dialect.ConstantConversion;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.EnumRef;

/** Values are compared as texts, and what is no constant cannot be read as the column's type. */
final class ConstantCasts implements ConstantConversion.Casts {

  @Override
  public String text(String value) {
    return value + "::text";
  }

  @Override
  public String other(String value, ColumnType to) {
    return PostgresqlTypes.isInteger(to) ? value + "::text::integer" : value + "::text";
  }

  @Override
  public String whole(String value, ColumnType to) {
    return to instanceof EnumRef ? "(%s)::%s".formatted(value, PostgresqlTypes.sql(to)) : value;
  }
}
