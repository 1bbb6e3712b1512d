package dev.migrator.dialect.postgresql;

import static dev.migrator.dialect.postgresql.PostgresqlTypes.is;
import static dev.migrator.dialect.postgresql.PostgresqlTypes.isInteger;
import static dev.migrator.dialect.postgresql.PostgresqlTypes.isNumber;
import static dev.migrator.dialect.postgresql.PostgresqlTypes.isText;

import dev.migrator.dialect.Conversion;
import dev.migrator.dialect.Conversion.ByExpression;
import dev.migrator.dialect.Conversion.ByItself;
import dev.migrator.dialect.Conversion.Unknown;
import dev.migrator.schema.ArrayType;
import dev.migrator.schema.BasicType;
import dev.migrator.schema.BasicType.Kind;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.DomainRef;
import dev.migrator.schema.EnumRef;
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

  /**
   * Besides numbers among themselves and anything to text: what PostgreSQL assigns by itself, but
   * for what depends on the time zone of the session.
   */
  private static final Map<Kind, Set<Kind>> ASSIGNED =
      Map.ofEntries(
          Map.entry(Kind.DATE, Set.of(Kind.TIMESTAMP)),
          Map.entry(Kind.TIME, Set.of(Kind.TIMETZ, Kind.INTERVAL)),
          Map.entry(Kind.TIMETZ, Set.of(Kind.TIME)),
          Map.entry(Kind.TIMESTAMP, Set.of(Kind.DATE, Kind.TIME)),
          Map.entry(Kind.TIMESTAMPTZ, Set.of(Kind.TIMETZ)),
          Map.entry(Kind.INTERVAL, Set.of(Kind.TIME)),
          Map.entry(Kind.JSON, Set.of(Kind.JSONB)),
          Map.entry(Kind.JSONB, Set.of(Kind.JSON)),
          Map.entry(Kind.CLOB, Set.of(Kind.BLOB)),
          Map.entry(Kind.BLOB, Set.of(Kind.CLOB)));

  TypeConversion {
    from = known(from);
    to = known(to);
  }

  /** The portable type, where one is written as PostgreSQL's own; dimensions say nothing. */
  private static ColumnType known(ColumnType type) {
    if (type instanceof ArrayType outer && outer.element() instanceof ArrayType inner) {
      return known(inner);
    }
    return type instanceof NativeType ? PostgresqlTypes.normalize(type) : type;
  }

  /**
   * What the values are converted with.
   *
   * @param column the column, as SQL
   */
  Conversion of(String column) {
    if (from instanceof ArrayType || to instanceof ArrayType) {
      return new ArrayConversion(from, to).of(column);
    }
    Optional<Conversion> special = special(column).map(ByExpression::new);
    if (special.isPresent()) {
      return special.get();
    }
    return isAssigned() ? new ByItself() : byCast(column);
  }

  /**
   * A value of the new type, where no one can say it otherwise; the server refuses what it knows no
   * way for, unless there is no row.
   *
   * @param source the value, as SQL
   */
  String value(String source) {
    Conversion conversion = of(source);
    if (conversion instanceof Unknown) {
      return byText(source).sql();
    }
    return conversion instanceof ByExpression by ? by.sql() : source;
  }

  static ByExpression cast(String value, ColumnType type) {
    return new ByExpression("CAST(%s AS %s)".formatted(value, PostgresqlTypes.sql(type)));
  }

  /** Whether a default that was read for the old type shows the same for the new one. */
  boolean keepsDefault() {
    return isSameKind() || (isText(from) && isText(to)) || (isNumber(from) && isNumber(to));
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

  private boolean isAssigned() {
    if (from.equals(to) || isText(to) || (isNumber(from) && isNumber(to)) || isSameKind()) {
      return true;
    }
    return from instanceof BasicType before
        && to instanceof BasicType after
        && ASSIGNED.getOrDefault(before.kind(), Set.of()).contains(after.kind());
  }

  /** What is more than a cast, or another than the one that PostgreSQL has. */
  private Optional<String> special(String column) {
    return content(column).or(() -> moment(column)).or(() -> number(column)).or(() -> json(column));
  }

  /** Bytes are those of a text; a large object's column holds its number alone. */
  private Optional<String> content(String column) {
    boolean large = is(from, Kind.CLOB, Kind.BLOB);
    String bytes =
        large
            ? "lo_get(%s)".formatted(column)
            : isText(from) ? "convert_to(%s, 'UTF8')".formatted(column) : column;
    if (!large && !isText(from) && !is(from, Kind.BYTES)) {
      return Optional.empty();
    }
    if (isText(to) && !isText(from)) {
      return Optional.of("convert_from(%s, 'UTF8')".formatted(bytes));
    }
    if (is(to, Kind.BYTES) && !is(from, Kind.BYTES)) {
      return Optional.of(bytes);
    }
    return is(to, Kind.CLOB, Kind.BLOB) && !large
        ? Optional.of("lo_from_bytea(0, %s)".formatted(bytes))
        : Optional.empty();
  }

  /** In the time zone of the session, every session would have it otherwise. */
  private Optional<String> moment(String column) {
    String zone = " AT TIME ZONE 'UTC'";
    if (is(from, Kind.TIMESTAMPTZ)) {
      if (is(to, Kind.TIMESTAMP)) {
        return Optional.of(column + zone);
      }
      return is(to, Kind.DATE, Kind.TIME)
          ? Optional.of(cast(column + zone, to).sql())
          : Optional.empty();
    }
    if (!is(to, Kind.TIMESTAMPTZ)) {
      return Optional.empty();
    }
    if (is(from, Kind.DATE)) {
      return Optional.of(cast(column, BasicType.of(Kind.TIMESTAMP)).sql() + zone);
    }
    return is(from, Kind.TIMESTAMP) ? Optional.of(column + zone) : Optional.empty();
  }

  /** True is 1, and a length of time has seconds. */
  private Optional<String> number(String column) {
    if (is(from, Kind.BOOLEAN) && isNumber(to)) {
      return Optional.of(cast(column, BasicType.of(Kind.INTEGER)).sql());
    }
    if (isNumber(from) && is(to, Kind.BOOLEAN)) {
      return Optional.of(column + " <> 0");
    }
    if (isNumber(from) && is(to, Kind.INTERVAL)) {
      return Optional.of(column + " * INTERVAL '1 second'");
    }
    return is(from, Kind.INTERVAL) && isNumber(to)
        ? Optional.of("EXTRACT(epoch FROM %s)".formatted(column))
        : Optional.empty();
  }

  private Optional<String> json(String column) {
    if (isJsonScalar(from) && is(to, Kind.JSON, Kind.JSONB)) {
      return Optional.of("to_%s(%s)".formatted(PostgresqlTypes.sql(to), column));
    }
    if (!is(from, Kind.JSON, Kind.JSONB) || !isJsonScalar(to)) {
      return Optional.empty();
    }
    String binary = is(from, Kind.JSONB) ? column : cast(column, BasicType.of(Kind.JSONB)).sql();
    return Optional.of(cast(binary, to).sql());
  }

  private static boolean isJsonScalar(ColumnType type) {
    return isNumber(type) || is(type, Kind.BOOLEAN);
  }

  /** Every type is read from a text. */
  private ByExpression byText(String column) {
    return cast(cast(column, BasicType.of(Kind.TEXT)).sql(), to);
  }

  private Conversion byCast(String column) {
    if (isText(from)) {
      return cast(column, to);
    }
    if (from instanceof DomainRef
        || to instanceof DomainRef
        || (from instanceof EnumRef && to instanceof EnumRef)) {
      return byText(column);
    }
    return from instanceof NativeType || to instanceof NativeType
        ? NativeCasts.of(column, from, to)
        : new Unknown();
  }
}
