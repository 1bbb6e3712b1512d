package dev.migrator.entity;

import dev.migrator.schema.BasicType.Kind;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.NativeType;
import java.util.List;
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

  static final int JSON = 3001;
  static final int NAMED_ENUM = 6001;
  static final int NAMED_ORDINAL_ENUM = 6003;
  private static final int TINYINT = -6;
  private static final int CHAR = 1;
  private static final int NCHAR = -15;
  private static final int FLOAT = 6;
  private static final int DOUBLE = 8;
  private static final int LONGVARCHAR = -1;
  private static final int LONGNVARCHAR = -16;
  private static final int INTERVAL_SECOND = 3100;
  private static final int ARRAY = 2003;
  private static final int JSON_ARRAY = 3018;
  private static final int XML_ARRAY = 3019;
  private static final int ENUM = 6000;
  private static final int ORDINAL_ENUM = 6002;
  private static final int LONG_LENGTH = 32_600;
  private static final int INTERVAL_DIGITS = 6;

  private static final Map<Integer, Kind> KINDS =
      Map.ofEntries(
          Map.entry(-7, Kind.BOOLEAN), // BIT
          Map.entry(16, Kind.BOOLEAN), // BOOLEAN
          Map.entry(TINYINT, Kind.SMALLINT),
          Map.entry(5, Kind.SMALLINT), // SMALLINT
          Map.entry(4, Kind.INTEGER), // INTEGER
          Map.entry(-5, Kind.BIGINT), // BIGINT
          Map.entry(7, Kind.REAL), // REAL
          Map.entry(FLOAT, Kind.DOUBLE),
          Map.entry(DOUBLE, Kind.DOUBLE),
          Map.entry(2, Kind.NUMERIC), // NUMERIC
          Map.entry(3, Kind.NUMERIC), // DECIMAL
          Map.entry(3015, Kind.NUMERIC), // DURATION
          Map.entry(CHAR, Kind.CHAR),
          Map.entry(NCHAR, Kind.CHAR),
          Map.entry(12, Kind.VARCHAR), // VARCHAR
          Map.entry(-9, Kind.VARCHAR), // NVARCHAR
          Map.entry(LONGVARCHAR, Kind.VARCHAR),
          Map.entry(LONGNVARCHAR, Kind.VARCHAR),
          Map.entry(4001, Kind.TEXT), // LONG32VARCHAR
          Map.entry(4002, Kind.TEXT), // LONG32NVARCHAR
          Map.entry(91, Kind.DATE), // DATE
          Map.entry(3010, Kind.DATE), // LOCAL_DATE
          Map.entry(92, Kind.TIME), // TIME
          Map.entry(3007, Kind.TIME), // TIME_UTC
          Map.entry(3011, Kind.TIME), // LOCAL_TIME
          Map.entry(2013, Kind.TIMETZ), // TIME_WITH_TIMEZONE
          Map.entry(3013, Kind.TIMETZ), // OFFSET_TIME
          Map.entry(93, Kind.TIMESTAMP), // TIMESTAMP
          Map.entry(3008, Kind.TIMESTAMP), // INSTANT
          Map.entry(3009, Kind.TIMESTAMP), // LOCAL_DATE_TIME
          Map.entry(2014, Kind.TIMESTAMPTZ), // TIMESTAMP_WITH_TIMEZONE
          Map.entry(3003, Kind.TIMESTAMPTZ), // TIMESTAMP_UTC
          Map.entry(3012, Kind.TIMESTAMPTZ), // OFFSET_DATE_TIME
          Map.entry(3014, Kind.TIMESTAMPTZ), // ZONED_DATE_TIME
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
          Map.entry(XML_ARRAY, Kind.XML),
          Map.entry(3000, Kind.UUID), // UUID
          Map.entry(JSON, Kind.JSONB),
          Map.entry(JSON_ARRAY, Kind.JSONB),
          Map.entry(3002, Kind.INET)); // INET

  /** Types of PostgreSQL and its extensions that Hibernate's modules for them declare. */
  private static final Map<Integer, String> NATIVE =
      Map.of(
          3200, "geometry", // GEOMETRY
          3201, "geometry", // POINT
          3250, "geography", // GEOGRAPHY
          10_000, "vector", // VECTOR
          10_002, "vector", // VECTOR_FLOAT32
          10_004, "bit", // VECTOR_BINARY
          10_005, "halfvec", // VECTOR_FLOAT16
          10_007, "sparsevec"); // SPARSE_VECTOR_FLOAT32

  private JdbcTypes() {}

  /** The type that a code asks for; empty if PostgreSQL has none for it. */
  static Optional<ColumnType> type(int code, JavaBasic natural, ColumnSize size) {
    if (code == INTERVAL_SECOND) {
      return Optional.of(new NativeType("interval second(" + intervalDigits(natural, size) + ")"));
    }
    if (NATIVE.containsKey(code)) {
      return Optional.of(
          new NativeType(
              NATIVE.get(code) + size.elements().map(count -> "(" + count + ")").orElse("")));
    }
    return kind(code).map(kind -> sized(code, kind, natural).type(size));
  }

  private static int intervalDigits(JavaBasic natural, ColumnSize size) {
    return size.precision().isPresent()
        ? size.scale().orElse(0)
        : natural.kind() == Kind.NUMERIC && natural.scale() == 0
            ? INTERVAL_DIGITS
            : natural.scale();
  }

  private static JavaBasic sized(int code, Kind kind, JavaBasic natural) {
    return switch (code) {
      case LONGVARCHAR, LONGNVARCHAR -> natural.withKind(kind).withLength(LONG_LENGTH);
      case FLOAT, DOUBLE -> natural.floating();
      default -> natural.withKind(kind);
    };
  }

  /** Whether there is a type for the code. */
  static boolean isRead(int code) {
    return code == INTERVAL_SECOND || NATIVE.containsKey(code) || KINDS.containsKey(code);
  }

  /** The kind of type that a code asks for; empty for those that are native or not read. */
  static Optional<Kind> kind(int code) {
    return Optional.ofNullable(KINDS.get(code));
  }

  /** The code that Hibernate has for a Java type by itself; empty where that is none of JDBC's. */
  static Optional<Integer> ofJava(JavaBasic basic) {
    return switch (basic.kind()) {
      case BOOLEAN -> Optional.of(16);
      case SMALLINT -> Optional.of(basic.precision() < 5 ? TINYINT : 5);
      case INTEGER -> Optional.of(4);
      case BIGINT -> Optional.of(-5);
      case REAL -> Optional.of(FLOAT);
      case DOUBLE -> Optional.of(DOUBLE);
      case NUMERIC -> Optional.of(2);
      case CHAR -> Optional.of(CHAR);
      case VARCHAR -> Optional.of(12);
      case DATE -> Optional.of(91);
      case TIME -> Optional.of(92);
      case TIMESTAMP -> Optional.of(93);
      case TIMESTAMPTZ -> Optional.of(3003);
      case BYTES -> Optional.of(-3);
      case BLOB -> Optional.of(2004);
      case CLOB -> Optional.of(2005);
      case UUID -> Optional.of(3000);
      case INET -> Optional.of(3002);
      case JSON, JSONB -> Optional.of(JSON);
      case TIMETZ, INTERVAL, TEXT, XML -> Optional.empty();
    };
  }

  /** Whether the code leaves a single value what it is by itself. */
  static boolean isNatural(int code) {
    return code == ARRAY || isDocumentArray(code) || code == ENUM || code == ORDINAL_ENUM;
  }

  /** Whether the code has an array, and nothing else, kept as a document. */
  static boolean isDocumentArray(int code) {
    return code == JSON_ARRAY || code == XML_ARRAY;
  }

  /** Whether the code leaves an array or a collection one. */
  static boolean isNaturalArray(int code) {
    return code == ARRAY || code == ENUM || code == ORDINAL_ENUM || isNamedEnum(code);
  }

  /** The values that Hibernate lets a boolean's column have, where the code makes it write any. */
  static List<String> booleans(int code) {
    return switch (code) {
      case TINYINT -> List.of("0", "1");
      case CHAR, NCHAR -> List.of("'F'", "'T'");
      default -> List.of();
    };
  }

  /** Whether the column depends on the constants, where the code stands on an enum. */
  static boolean suitsEnum(int code) {
    return isNamedEnum(code) || kind(code).filter(k -> isText(k) || isNumber(k)).isPresent();
  }

  static boolean isText(Kind kind) {
    return kind == Kind.VARCHAR || kind == Kind.CHAR || kind == Kind.TEXT || kind == Kind.CLOB;
  }

  static boolean isNumber(Kind kind) {
    return isInteger(kind) || kind == Kind.NUMERIC;
  }

  static boolean isInteger(Kind kind) {
    return kind == Kind.SMALLINT || kind == Kind.INTEGER || kind == Kind.BIGINT;
  }

  static boolean isNamedEnum(int code) {
    return code == NAMED_ENUM || code == NAMED_ORDINAL_ENUM;
  }
}
