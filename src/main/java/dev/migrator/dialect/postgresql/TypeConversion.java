package dev.migrator.dialect.postgresql;

import static dev.migrator.dialect.postgresql.PostgresqlTypes.is;
import static dev.migrator.dialect.postgresql.PostgresqlTypes.isInteger;
import static dev.migrator.dialect.postgresql.PostgresqlTypes.isNumber;
import static dev.migrator.dialect.postgresql.PostgresqlTypes.isText;

import dev.migrator.schema.ArrayType;
import dev.migrator.schema.BasicType;
import dev.migrator.schema.BasicType.Kind;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.NativeType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the values of a column become values of another type.
 *
 * @param from the type before
 * @param to the type after
 * @see <a href="https://www.postgresql.org/docs/current/typeconv-query.html">PostgreSQL: type
 *     conversion, value storage</a>
 */
record TypeConversion(ColumnType from, ColumnType to) {

  /** Besides numbers among themselves and anything to text: what PostgreSQL assigns by itself. */
  private static final Map<Kind, Set<Kind>> ASSIGNED =
      Map.ofEntries(
          Map.entry(Kind.DATE, Set.of(Kind.TIMESTAMP, Kind.TIMESTAMPTZ)),
          Map.entry(Kind.TIME, Set.of(Kind.TIMETZ, Kind.INTERVAL)),
          Map.entry(Kind.TIMETZ, Set.of(Kind.TIME)),
          Map.entry(Kind.TIMESTAMP, Set.of(Kind.DATE, Kind.TIME, Kind.TIMESTAMPTZ)),
          Map.entry(Kind.TIMESTAMPTZ, Set.of(Kind.DATE, Kind.TIME, Kind.TIMETZ, Kind.TIMESTAMP)),
          Map.entry(Kind.INTERVAL, Set.of(Kind.TIME)),
          Map.entry(Kind.JSON, Set.of(Kind.JSONB)),
          Map.entry(Kind.JSONB, Set.of(Kind.JSON)),
          Map.entry(Kind.CLOB, Set.of(Kind.BLOB)),
          Map.entry(Kind.BLOB, Set.of(Kind.CLOB)));

  /**
   * The value of the new type for {@code ALTER COLUMN … TYPE … USING}; empty where PostgreSQL
   * converts by itself.
   *
   * @param column the column, as SQL
   */
  Optional<String> using(String column) {
    return largeObject(column).or(() -> assigned() ? Optional.empty() : Optional.of(cast(column)));
  }

  /** Whether a default that was read for the old type shows the same for the new one. */
  boolean keepsDefault() {
    return assigned()
        && (isSameKind() || (isText(from) && isText(to)) || (isNumber(from) && isNumber(to)));
  }

  /**
   * Whether expressions that were read for the old type show the same for the new one. Others keep
   * the casts that were put in for the old one, such as {@code n::numeric > 0}.
   */
  boolean keepsExpressions() {
    return isSameKind() || (isInteger(from) && isInteger(to));
  }

  private boolean isSameKind() {
    return from instanceof BasicType before
        && to instanceof BasicType after
        && before.kind() == after.kind();
  }

  /** A large object's column holds its number: a plain conversion would keep that alone. */
  private Optional<String> largeObject(String column) {
    if (is(from, Kind.CLOB) && isText(to)) {
      return Optional.of("convert_from(lo_get(%s), 'UTF8')".formatted(column));
    }
    if (is(from, Kind.BLOB) && is(to, Kind.BYTES)) {
      return Optional.of("lo_get(%s)".formatted(column));
    }
    if (isText(from) && is(to, Kind.CLOB)) {
      return Optional.of("lo_from_bytea(0, convert_to(%s, 'UTF8'))".formatted(column));
    }
    return is(from, Kind.BYTES) && is(to, Kind.BLOB)
        ? Optional.of("lo_from_bytea(0, %s)".formatted(column))
        : Optional.empty();
  }

  private boolean assigned() {
    if (from.equals(to) || isText(to) || (isNumber(from) && isNumber(to))) {
      return true;
    }
    if (from instanceof ArrayType before && to instanceof ArrayType after) {
      return new TypeConversion(before.element(), after.element()).assigned();
    }
    return from instanceof BasicType before
        && to instanceof BasicType after
        && (before.kind() == after.kind()
            || ASSIGNED.getOrDefault(before.kind(), Set.of()).contains(after.kind()));
  }

  /**
   * By way of text, which every type can be read from, so that a table without rows has its way.
   */
  private String cast(String column) {
    if (is(from, Kind.BOOLEAN) && isNumber(to)) {
      return column + "::integer";
    }
    if (isNumber(from) && is(to, Kind.BOOLEAN)) {
      return column + " <> 0";
    }
    String target = "::" + PostgresqlTypes.sql(to);
    if (isText(from) || from instanceof NativeType || to instanceof NativeType) {
      return column + target;
    }
    boolean arrays = from instanceof ArrayType && to instanceof ArrayType;
    return column + (arrays ? "::text[]" : "::text") + target;
  }
}
