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
import dev.migrator.schema.SqlTypeSpelling;
import java.util.List;
import java.util.Optional;

/**
 * Portable types and PostgreSQL's own.
 *
 * @see <a href="https://www.postgresql.org/docs/current/datatype.html">PostgreSQL: data types</a>
 */
final class PostgresqlTypes {

  /** The fraction digits that a time has where none are given; more are not kept. */
  private static final int FRACTION_DIGITS = 6;

  /** The type of large objects, which columns refer to by number. */
  private static final String LARGE_OBJECT = "oid";

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
   * The portable type of a spelling, with every modifier that it has.
   *
   * @param spelling what {@code format_type} shows, or a person wrote
   */
  static ColumnType parse(String spelling) {
    String text = tidy(spelling);
    if (text.endsWith("[]")) {
      ColumnType element = parse(text.substring(0, text.length() - 2));
      return element instanceof ArrayType ? element : new ArrayType(element);
    }
    return portable(text).orElseGet(() -> new NativeType(shown(text)));
  }

  private static Optional<ColumnType> portable(String text) {
    return text.equals(LARGE_OBJECT)
        ? Optional.of(BasicType.of(Kind.BLOB))
        : SqlTypeSpelling.parse(text);
  }

  /** How the server shows a type that has other names as well. */
  private static String shown(String text) {
    String name = text.replaceFirst("^pg_catalog\\.(?=[a-z])", "");
    return name.equals("bit") ? "bit(1)" : name.replaceFirst("^varbit\\b", "bit varying");
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
    if (type instanceof NativeType other) {
      ColumnType parsed = parse(other.sql());
      return parsed instanceof NativeType ? parsed : normalize(parsed);
    }
    return type;
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
