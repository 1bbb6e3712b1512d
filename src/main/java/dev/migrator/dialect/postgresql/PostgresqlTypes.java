package dev.migrator.dialect.postgresql;

import dev.migrator.schema.ArrayType;
import dev.migrator.schema.BasicType;
import dev.migrator.schema.BasicType.Kind;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.CompositeRef;
import dev.migrator.schema.DomainRef;
import dev.migrator.schema.EnumRef;
import dev.migrator.schema.NativeType;
import dev.migrator.schema.SqlTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Portable types and PostgreSQL's own.
 *
 * @see <a href="https://www.postgresql.org/docs/current/datatype.html">PostgreSQL: data types</a>
 */
final class PostgresqlTypes {

  /** The fraction digits that a time has where none are given; more are not kept. */
  private static final int FRACTION_DIGITS = 6;

  private static final Pattern SPELLING =
      Pattern.compile(
          "([a-z0-9]+(?: varying| precision)?)(?:\\((\\d+)(?:,(\\d+))?\\))?"
              + "( with time zone| without time zone)?");

  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          Map.entry("boolean", Kind.BOOLEAN),
          Map.entry("bool", Kind.BOOLEAN),
          Map.entry("smallint", Kind.SMALLINT),
          Map.entry("int2", Kind.SMALLINT),
          Map.entry("integer", Kind.INTEGER),
          Map.entry("int", Kind.INTEGER),
          Map.entry("int4", Kind.INTEGER),
          Map.entry("bigint", Kind.BIGINT),
          Map.entry("int8", Kind.BIGINT),
          Map.entry("real", Kind.REAL),
          Map.entry("float4", Kind.REAL),
          Map.entry("double precision", Kind.DOUBLE),
          Map.entry("float8", Kind.DOUBLE),
          Map.entry("numeric", Kind.NUMERIC),
          Map.entry("decimal", Kind.NUMERIC),
          Map.entry("character", Kind.CHAR),
          Map.entry("char", Kind.CHAR),
          Map.entry("character varying", Kind.VARCHAR),
          Map.entry("varchar", Kind.VARCHAR),
          Map.entry("text", Kind.TEXT),
          Map.entry("bytea", Kind.BYTES),
          Map.entry("oid", Kind.BLOB),
          Map.entry("date", Kind.DATE),
          Map.entry("time", Kind.TIME),
          Map.entry("timetz", Kind.TIMETZ),
          Map.entry("timestamp", Kind.TIMESTAMP),
          Map.entry("timestamptz", Kind.TIMESTAMPTZ),
          Map.entry("interval", Kind.INTERVAL),
          Map.entry("uuid", Kind.UUID),
          Map.entry("json", Kind.JSON),
          Map.entry("jsonb", Kind.JSONB),
          Map.entry("inet", Kind.INET),
          Map.entry("xml", Kind.XML));

  private PostgresqlTypes() {}

  /** The type as it is written in a statement. */
  static String sql(ColumnType type) {
    if (type instanceof BasicType basic) {
      return name(basic.kind()) + basic.spelling().substring(basic.kind().spelling().length());
    }
    if (type instanceof EnumRef reference) {
      return PostgresqlIdentifiers.quote(reference.name());
    }
    if (type instanceof CompositeRef reference) {
      return PostgresqlIdentifiers.quote(reference.name());
    }
    if (type instanceof DomainRef reference) {
      return PostgresqlIdentifiers.quote(reference.name());
    }
    if (type instanceof ArrayType array) {
      return sql(array.element()) + "[]";
    }
    return ((NativeType) type).sql();
  }

  /** Hibernate, too, keeps both kinds of large objects in {@code oid} columns. */
  private static String name(Kind kind) {
    return switch (kind) {
      case DOUBLE -> "double precision";
      case BYTES -> "bytea";
      case CLOB, BLOB -> "oid";
      case BOOLEAN,
          SMALLINT,
          INTEGER,
          BIGINT,
          REAL,
          NUMERIC,
          CHAR,
          VARCHAR,
          TEXT,
          DATE,
          TIME,
          TIMETZ,
          TIMESTAMP,
          TIMESTAMPTZ,
          INTERVAL,
          UUID,
          JSON,
          JSONB,
          INET,
          XML ->
          kind.spelling();
    };
  }

  /**
   * The portable type of a spelling, in normalised form.
   *
   * @param spelling what {@code format_type} shows, or a person wrote
   */
  static ColumnType parse(String spelling) {
    String text = tidy(spelling);
    if (text.endsWith("[]")) {
      return normalize(new ArrayType(parse(text.substring(0, text.length() - 2))));
    }
    return basic(text).<ColumnType>map(PostgresqlTypes::normalize).orElse(new NativeType(text));
  }

  private static Optional<BasicType> basic(String text) {
    Matcher matcher = SPELLING.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    List<Integer> parameters = new ArrayList<>();
    for (int group = 2; group <= 3; group++) {
      if (matcher.group(group) != null) {
        parameters.add(Integer.valueOf(matcher.group(group)));
      }
    }
    String zone = Optional.ofNullable(matcher.group(4)).orElse("");
    String name = matcher.group(1) + (zone.equals(" with time zone") ? "tz" : "");
    Optional<Kind> kind = Optional.ofNullable(KINDS.get(name));
    if (kind.equals(Optional.of(Kind.CHAR)) && parameters.isEmpty()) {
      parameters.add(1);
    }
    try {
      return kind.map(known -> new BasicType(known, parameters));
    } catch (IllegalArgumentException otherParameters) {
      return Optional.empty();
    }
  }

  /** Lower case outside quotes, one space between words, none elsewhere. */
  private static String tidy(String spelling) {
    return ExpressionForm.render(ExpressionForm.fold(SqlTokens.of(spelling))).replace(", ", ",");
  }

  /** The type that an inspection finds for a column of this type. */
  static ColumnType normalize(ColumnType type) {
    if (type instanceof BasicType basic) {
      return normalize(basic);
    }
    if (type instanceof ArrayType array) {
      ColumnType element = normalize(array.element());
      return element instanceof ArrayType ? element : new ArrayType(element);
    }
    return type instanceof NativeType other ? parse(other.sql()) : type;
  }

  private static BasicType normalize(BasicType type) {
    List<Integer> parameters = type.parameters();
    return switch (type.kind()) {
      case CLOB -> BasicType.of(Kind.BLOB);
      case NUMERIC ->
          parameters.size() == 1 ? BasicType.of(Kind.NUMERIC, parameters.get(0), 0) : type;
      case TIME, TIMETZ, TIMESTAMP, TIMESTAMPTZ, INTERVAL ->
          parameters.isEmpty() || parameters.get(0) < FRACTION_DIGITS
              ? type
              : BasicType.of(type.kind());
      case BOOLEAN,
          SMALLINT,
          INTEGER,
          BIGINT,
          REAL,
          DOUBLE,
          CHAR,
          VARCHAR,
          TEXT,
          BYTES,
          BLOB,
          DATE,
          UUID,
          JSON,
          JSONB,
          INET,
          XML ->
          type;
    };
  }

  static boolean isText(ColumnType type) {
    return is(type, Kind.CHAR, Kind.VARCHAR, Kind.TEXT);
  }

  static boolean isNumber(ColumnType type) {
    return is(type, Kind.SMALLINT, Kind.INTEGER, Kind.BIGINT, Kind.REAL, Kind.DOUBLE, Kind.NUMERIC);
  }

  static boolean isInteger(ColumnType type) {
    return is(type, Kind.SMALLINT, Kind.INTEGER, Kind.BIGINT);
  }

  /** Whether a type is one of these basic ones. */
  static boolean is(ColumnType type, Kind... kinds) {
    return type instanceof BasicType basic && List.of(kinds).contains(basic.kind());
  }
}
