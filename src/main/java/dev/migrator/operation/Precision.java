package dev.migrator.operation;

import dev.migrator.schema.ArrayType;
import dev.migrator.schema.BasicType;
import dev.migrator.schema.BasicType.Kind;
import dev.migrator.schema.ColumnType;
import java.util.Map;
import java.util.Set;

/**
 * Which conversions of a type keep only a part of a value, where the database takes that for a
 * success: digits are rounded, those of a binary fraction to 15 at most, a time of day or the
 * elements behind the first are left away. A text that is too long is refused.
 */
final class Precision {

  private static final int DIGITS_OF_A_SECOND = 6;

  private static final Set<Kind> INTEGERS = Set.of(Kind.SMALLINT, Kind.INTEGER, Kind.BIGINT);

  private static final Set<Kind> FRACTIONS = Set.of(Kind.REAL, Kind.DOUBLE, Kind.NUMERIC);

  /** What has digits of a second. */
  private static final Set<Kind> TIMES =
      Set.of(Kind.TIME, Kind.TIMETZ, Kind.TIMESTAMP, Kind.TIMESTAMPTZ, Kind.INTERVAL);

  private static final Set<Kind> TEXTS = Set.of(Kind.CHAR, Kind.VARCHAR, Kind.TEXT);

  /** What keeps all the elements of an array. */
  private static final Set<Kind> WHOLE_ARRAYS =
      Set.of(Kind.CHAR, Kind.VARCHAR, Kind.TEXT, Kind.JSON, Kind.JSONB);

  private static final Map<Kind, Set<Kind>> PARTS =
      Map.of(
          Kind.TIMESTAMP, Set.of(Kind.DATE, Kind.TIME, Kind.TIMETZ),
          Kind.TIMESTAMPTZ, Set.of(Kind.DATE, Kind.TIME, Kind.TIMETZ),
          Kind.TIMETZ, Set.of(Kind.TIME),
          Kind.INTERVAL, Set.of(Kind.TIME),
          Kind.INTEGER, Set.of(Kind.REAL),
          Kind.BIGINT, Set.of(Kind.REAL, Kind.DOUBLE),
          Kind.REAL, Set.of(Kind.NUMERIC),
          Kind.DOUBLE, Set.of(Kind.REAL, Kind.NUMERIC),
          Kind.NUMERIC, Set.of(Kind.REAL, Kind.DOUBLE));

  private Precision() {}

  static boolean isLost(ColumnType from, ColumnType to) {
    if (from instanceof ArrayType before && to instanceof ArrayType after) {
      return isLost(before.element(), after.element());
    }
    if (from instanceof ArrayType before) {
      return to instanceof BasicType after
          && (!WHOLE_ARRAYS.contains(after.kind()) || (isText(before.element()) && isText(after)));
    }
    if (to instanceof ArrayType after) {
      return isLost(from, after.element());
    }
    return from instanceof BasicType before
        && to instanceof BasicType after
        && isLost(before, after);
  }

  private static boolean isLost(BasicType from, BasicType to) {
    if (isTime(from) && isTime(to) && digitsOfASecond(to) < digitsOfASecond(from)) {
      return true;
    }
    if (from.kind() != to.kind()) {
      return PARTS.getOrDefault(from.kind(), Set.of()).contains(to.kind())
          || (FRACTIONS.contains(from.kind()) && INTEGERS.contains(to.kind()))
          || (FRACTIONS.contains(from.kind()) && to.kind() == Kind.INTERVAL)
          || (from.kind() == Kind.INTERVAL && isNumber(to))
          || (isNumber(from) && to.kind() == Kind.BOOLEAN);
    }
    return from.kind() == Kind.NUMERIC && scale(to) < scale(from);
  }

  /** Texts with commas between them: one may hold a comma, or be no value. */
  private static boolean isText(ColumnType type) {
    return type instanceof BasicType basic && TEXTS.contains(basic.kind());
  }

  private static boolean isTime(BasicType type) {
    return TIMES.contains(type.kind());
  }

  private static boolean isNumber(BasicType type) {
    return INTEGERS.contains(type.kind()) || FRACTIONS.contains(type.kind());
  }

  private static int digitsOfASecond(BasicType type) {
    return type.parameters().isEmpty() ? DIGITS_OF_A_SECOND : type.parameters().get(0);
  }

  /** Without parameters there is no limit; with one, there are no digits behind the point. */
  private static int scale(BasicType type) {
    return switch (type.parameters().size()) {
      case 0 -> Integer.MAX_VALUE;
      case 1 -> 0;
      default -> type.parameters().get(1);
    };
  }
}
