package dev.migrator.dialect.sqlite;

import dev.migrator.dialect.ConstantConversion;
import dev.migrator.schema.ColumnType;

/** A value is what it is; what is no constant stays, and the column's CHECK refuses it. */
final class ConstantCasts implements ConstantConversion.Casts {

  @Override
  public String text(String value) {
    return value;
  }

  @Override
  public String other(String value, ColumnType to) {
    return value;
  }

  @Override
  public String whole(String value, ColumnType to) {
    return value;
  }
}
