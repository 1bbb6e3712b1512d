package dev.migrator.dialect.sqlite;

import dev.migrator.dialect.Conversion;
import dev.migrator.schema.ArrayType;
import dev.migrator.schema.BasicType;
import dev.migrator.schema.BasicType.Kind;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.CompositeRef;
import dev.migrator.schema.DomainRef;
import dev.migrator.schema.EnumRef;
import dev.migrator.schema.NativeType;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Which conversions make sense. SQLite itself would keep any value in any column.
 *
 * @param from the type before
 * @param to the type after
 */
record ValueConversion(ColumnType from, ColumnType to) {

  private static final Set<Kind> TEXTS = EnumSet.of(Kind.CHAR, Kind.VARCHAR, Kind.TEXT, Kind.CLOB);

  private static final Set<Kind> BYTES = EnumSet.of(Kind.BYTES, Kind.BLOB);

  private static final Set<Kind> NUMBERS =
      EnumSet.of(Kind.SMALLINT, Kind.INTEGER, Kind.BIGINT, Kind.REAL, Kind.DOUBLE, Kind.NUMERIC);

  private static final Set<Kind> DAYS = EnumSet.of(Kind.DATE, Kind.TIMESTAMP, Kind.TIMESTAMPTZ);

  private static final Set<Kind> JSON = EnumSet.of(Kind.JSON, Kind.JSONB);

  /** Besides anything from and to text, and numbers among themselves. */
  private static final Map<Kind, Set<Kind>> OTHERS =
      Map.of(
          Kind.TIME, EnumSet.of(Kind.TIMETZ, Kind.INTERVAL),
          Kind.TIMETZ, EnumSet.of(Kind.TIME),
          Kind.TIMESTAMP, EnumSet.of(Kind.TIME),
          Kind.TIMESTAMPTZ, EnumSet.of(Kind.TIME, Kind.TIMETZ),
          Kind.INTERVAL, EnumSet.of(Kind.TIME));

  /**
   * What the values are converted with, beside what the rebuild of a table does by itself.
   *
   * @param column the column, as SQL
   */
  Conversion of(String column) {
    if (from instanceof ArrayType before && !(to instanceof ArrayType)) {
      return unwrapped(column, before.element());
    }
    if (to instanceof ArrayType after && !(from instanceof ArrayType)) {
      return wrapped(column, after.element());
    }
    if (is(from, NUMBERS) && is(to, EnumSet.of(Kind.INTERVAL))) {
      return new Conversion.ByExpression(column + " || ' seconds'");
    }
    if (is(from, EnumSet.of(Kind.INTERVAL)) && is(to, NUMBERS)) {
      return new Conversion.ByExpression("replace(%s, ' seconds', '')".formatted(column));
    }
    return makesSense() ? new Conversion.ByItself() : new Conversion.Unknown();
  }

  static boolean isText(ColumnType type) {
    return is(type, TEXTS);
  }

  static boolean isJson(ColumnType type) {
    return is(type, JSON);
  }

  private boolean makesSense() {
    if (from instanceof ArrayType && to instanceof ArrayType) {
      return new ValueConversion(innermost(from), innermost(to)).makesSense();
    }
    return from.equals(to) || isText(from) || isText(to) || isUnknown() || isOfOneFamily();
  }

  private static ColumnType innermost(ColumnType type) {
    return type instanceof ArrayType array ? innermost(array.element()) : type;
  }

  /** Of these, nothing is known here. */
  private boolean isUnknown() {
    return from instanceof NativeType
        || to instanceof NativeType
        || from instanceof DomainRef
        || to instanceof DomainRef;
  }

  private boolean isOfOneFamily() {
    if (!(from instanceof BasicType before) || !(to instanceof BasicType after)) {
      return (from instanceof EnumRef && to instanceof EnumRef)
          || (from instanceof CompositeRef && to instanceof CompositeRef);
    }
    return before.kind() == after.kind()
        || (isTruthOrNumber(from) && isTruthOrNumber(to))
        || (isTruthOrNumber(from) && isJson(to))
        || (isJson(from) && (isTruthOrNumber(to) || isJson(to)))
        || (is(from, DAYS) && is(to, DAYS))
        || (is(from, BYTES) && is(to, BYTES))
        || OTHERS.getOrDefault(before.kind(), Set.of()).contains(after.kind());
  }

  private static boolean isTruthOrNumber(ColumnType type) {
    return is(type, NUMBERS) || is(type, EnumSet.of(Kind.BOOLEAN));
  }

  private static boolean is(ColumnType type, Set<Kind> kinds) {
    return type instanceof BasicType basic && kinds.contains(basic.kind());
  }

  /** A value is the one element; a text that is to hold no texts is an array as it is written. */
  private Conversion wrapped(String column, ColumnType element) {
    if (isText(from) && !isText(element)) {
      return new Conversion.ByItself();
    }
    if (isJson(from) || !new ValueConversion(from, element).makesSense()) {
      return new Conversion.Unknown();
    }
    String value = isText(element) && !isText(from) ? "CAST(%s AS TEXT)".formatted(column) : column;
    return new Conversion.ByExpression(
        "CASE WHEN %s IS NOT NULL THEN json_array(%s) END".formatted(column, value));
  }

  /** Texts are joined; of other elements, the first is the value. */
  private Conversion unwrapped(String column, ColumnType element) {
    if (isJson(to) || (isText(to) && !isText(element))) {
      return new Conversion.ByItself();
    }
    if (isText(to)) {
      return new Conversion.ByExpression(
          "(SELECT group_concat(value, ',') FROM json_each(%s))".formatted(column));
    }
    return new ValueConversion(element, to).makesSense()
        ? new Conversion.ByExpression("json_extract(%s, '$[0]')".formatted(column))
        : new Conversion.Unknown();
  }
}
