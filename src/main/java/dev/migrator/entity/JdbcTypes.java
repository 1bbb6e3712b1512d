package dev.migrator.entity;

import dev.migrator.schema.BasicType.Kind;
import java.util.Map;
import java.util.Optional;

/**
 * The codes of Hibernate's {@code @JdbcTypeCode}, and the type each asks for.
 *
 * @see <a
 *     href="https://docs.hibernate.org/orm/7.0/javadocs/org/hibernate/type/SqlTypes.html">Hibernate:
 *     SqlTypes</a>
 */
final class JdbcTypes {

  static final int NAMED_ENUM = 6001;
  static final int NAMED_ORDINAL_ENUM = 6003;
  private static final int LONGVARCHAR = -1;
  private static final int LONGNVARCHAR = -16;
  private static final int ARRAY = 2003;
  private static final int ENUM = 6000;
  private static final int ORDINAL_ENUM = 6002;
  private static final int LONG_LENGTH = 32_600;

  private static final Map<Integer, Kind> KINDS =
      Map.ofEntries(
          Map.entry(-7, Kind.BOOLEAN), // BIT
          Map.entry(16, Kind.BOOLEAN), // BOOLEAN
          Map.entry(-6, Kind.SMALLINT), // TINYINT
          Map.entry(5, Kind.SMALLINT), // SMALLINT
          Map.entry(4, Kind.INTEGER), // INTEGER
          Map.entry(-5, Kind.BIGINT), // BIGINT
          Map.entry(7, Kind.REAL), // REAL
          Map.entry(6, Kind.DOUBLE), // FLOAT
          Map.entry(8, Kind.DOUBLE), // DOUBLE
          Map.entry(2, Kind.NUMERIC), // NUMERIC
          Map.entry(3, Kind.NUMERIC), // DECIMAL
          Map.entry(1, Kind.CHAR), // CHAR
          Map.entry(-15, Kind.CHAR), // NCHAR
          Map.entry(12, Kind.VARCHAR), // VARCHAR
          Map.entry(-9, Kind.VARCHAR), // NVARCHAR
          Map.entry(-1, Kind.VARCHAR), // LONGVARCHAR
          Map.entry(-16, Kind.VARCHAR), // LONGNVARCHAR
          Map.entry(4001, Kind.TEXT), // LONG32VARCHAR
          Map.entry(4002, Kind.TEXT), // LONG32NVARCHAR
          Map.entry(91, Kind.DATE), // DATE
          Map.entry(92, Kind.TIME), // TIME
          Map.entry(2013, Kind.TIMETZ), // TIME_WITH_TIMEZONE
          Map.entry(93, Kind.TIMESTAMP), // TIMESTAMP
          Map.entry(2014, Kind.TIMESTAMPTZ), // TIMESTAMP_WITH_TIMEZONE
          Map.entry(-2, Kind.BYTES), // BINARY
          Map.entry(-3, Kind.BYTES), // VARBINARY
          Map.entry(-4, Kind.BYTES), // LONGVARBINARY
          Map.entry(4003, Kind.BYTES), // LONG32VARBINARY
          Map.entry(2004, Kind.BLOB), // BLOB
          Map.entry(3004, Kind.BLOB), // MATERIALIZED_BLOB
          Map.entry(2005, Kind.CLOB), // CLOB
          Map.entry(2011, Kind.CLOB), // NCLOB
          Map.entry(3005, Kind.CLOB), // MATERIALIZED_CLOB
          Map.entry(3006, Kind.CLOB), // MATERIALIZED_NCLOB
          Map.entry(2009, Kind.XML), // SQLXML
          Map.entry(3000, Kind.UUID), // UUID
          Map.entry(3001, Kind.JSONB), // JSON
          Map.entry(3018, Kind.JSONB), // JSON_ARRAY
          Map.entry(3002, Kind.INET), // INET
          Map.entry(3003, Kind.TIMESTAMPTZ), // TIMESTAMP_UTC
          Map.entry(3008, Kind.TIMESTAMPTZ), // INSTANT
          Map.entry(3009, Kind.TIMESTAMP), // LOCAL_DATE_TIME
          Map.entry(3010, Kind.DATE), // LOCAL_DATE
          Map.entry(3011, Kind.TIME), // LOCAL_TIME
          Map.entry(3012, Kind.TIMESTAMPTZ), // OFFSET_DATE_TIME
          Map.entry(3014, Kind.TIMESTAMPTZ)); // ZONED_DATE_TIME

  private JdbcTypes() {}

  /** The mapping that a code asks for; empty if the code is not read. */
  static Optional<JavaBasic> apply(int code, JavaBasic natural) {
    return Optional.ofNullable(KINDS.get(code))
        .map(natural::withKind)
        .map(
            basic ->
                code == LONGVARCHAR || code == LONGNVARCHAR
                    ? basic.withLength(LONG_LENGTH)
                    : basic);
  }

  /** Whether the code leaves an array or an enum what it is by itself. */
  static boolean isNatural(int code) {
    return code == ARRAY || code == ENUM || code == ORDINAL_ENUM;
  }

  /** Whether the column depends on the constants, where the code stands on an enum. */
  static boolean suitsEnum(int code) {
    Kind kind = KINDS.get(code);
    return isNamedEnum(code) || (kind != null && (isText(kind) || isNumber(kind)));
  }

  static boolean isText(Kind kind) {
    return kind == Kind.VARCHAR || kind == Kind.CHAR || kind == Kind.TEXT;
  }

  static boolean isNumber(Kind kind) {
    return kind == Kind.SMALLINT
        || kind == Kind.INTEGER
        || kind == Kind.BIGINT
        || kind == Kind.NUMERIC;
  }

  static boolean isNamedEnum(int code) {
    return code == NAMED_ENUM || code == NAMED_ORDINAL_ENUM;
  }
}
