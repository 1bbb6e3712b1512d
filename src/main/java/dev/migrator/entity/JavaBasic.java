package dev.migrator.entity;

import dev.migrator.schema.BasicType;
import dev.migrator.schema.BasicType.Kind;
import dev.migrator.schema.ColumnType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The column that a Java type gets by itself, as Hibernate 7 maps it.
 *
 * @param kind the type
 * @param length the most characters, where it is or becomes a string
 * @param precision the digits, where it is or becomes a number
 * @param scale the digits behind the decimal point
 * @see <a
 *     href="https://docs.hibernate.org/orm/7.0/userguide/html_single/#basic-provided">Hibernate:
 *     provided basic types</a>
 */
record JavaBasic(Kind kind, int length, int precision, int scale) {

  /** The longest {@code varchar(n)} of PostgreSQL; Hibernate declares what is longer as text. */
  private static final int LONGEST_VARCHAR = 10_485_760;

  /** What PostgreSQL keeps where nothing is said, which is also what Hibernate writes out. */
  private static final int TIMESTAMP_DIGITS = 6;

  private static final int DEFAULT_LENGTH = 255;

  private static final Map<String, JavaBasic> BY_CLASS = byClass();

  /** The mapping of a class or primitive type, by its name. */
  static Optional<JavaBasic> of(String className) {
    return Optional.ofNullable(BY_CLASS.get(className));
  }

  /** A mapping without a length or precision of its own. */
  static JavaBasic of(Kind kind) {
    return new JavaBasic(kind, DEFAULT_LENGTH, 38, 0);
  }

  JavaBasic withKind(Kind other) {
    return new JavaBasic(other, length, precision, scale);
  }

  JavaBasic withLength(int other) {
    return new JavaBasic(kind, other, precision, scale);
  }

  /** The type with the sizes that the model gives. */
  ColumnType type(ColumnSize size) {
    return switch (kind) {
      case VARCHAR -> {
        int characters = size.length().orElse(length);
        yield characters > LONGEST_VARCHAR
            ? BasicType.of(Kind.TEXT)
            : BasicType.varchar(characters);
      }
      case CHAR -> BasicType.of(Kind.CHAR, size.length().orElse(length));
      case NUMERIC ->
          size.precision()
              .map(digits -> BasicType.of(Kind.NUMERIC, digits, size.scale().orElse(0)))
              .orElseGet(() -> BasicType.of(Kind.NUMERIC, precision, scale));
      case REAL, DOUBLE -> BasicType.of(size.precision().map(JavaBasic::floating).orElse(kind));
      case TIME, TIMETZ -> temporal(size.secondPrecision().orElse(0));
      case TIMESTAMP, TIMESTAMPTZ -> temporal(size.secondPrecision().orElse(TIMESTAMP_DIGITS));
      case BOOLEAN,
          SMALLINT,
          INTEGER,
          BIGINT,
          TEXT,
          CLOB,
          BYTES,
          BLOB,
          DATE,
          INTERVAL,
          UUID,
          JSON,
          JSONB,
          INET,
          XML ->
          BasicType.of(kind);
    };
  }

  private ColumnType temporal(int digits) {
    return digits == TIMESTAMP_DIGITS ? BasicType.of(kind) : BasicType.of(kind, digits);
  }

  /** Decimal digits to the type that holds them: {@code float(24)} is the largest of 4 bytes. */
  private static Kind floating(int decimalDigits) {
    return Math.ceil(decimalDigits / Math.log10(2)) <= 24 ? Kind.REAL : Kind.DOUBLE;
  }

  private static Map<String, JavaBasic> byClass() {
    Map<String, JavaBasic> types = new HashMap<>();
    put(types, Kind.BOOLEAN, "boolean", "java.lang.Boolean");
    put(types, Kind.SMALLINT, "byte", "java.lang.Byte", "short", "java.lang.Short");
    put(types, Kind.INTEGER, "int", "java.lang.Integer", "java.time.Year");
    put(types, Kind.BIGINT, "long", "java.lang.Long");
    put(types, Kind.REAL, "float", "java.lang.Float");
    put(types, Kind.DOUBLE, "double", "java.lang.Double");
    put(types, Kind.VARCHAR, "java.lang.String", "java.lang.Class", "java.net.URL");
    put(types, Kind.VARCHAR, "java.util.Locale", "java.util.TimeZone", "java.time.ZoneId");
    put(types, Kind.DATE, "java.time.LocalDate", "java.sql.Date");
    put(types, Kind.TIME, "java.time.LocalTime", "java.time.OffsetTime", "java.sql.Time");
    put(types, Kind.TIMESTAMP, "java.time.LocalDateTime", "java.sql.Timestamp");
    put(types, Kind.TIMESTAMP, "java.util.Date", "java.util.Calendar");
    put(types, Kind.TIMESTAMP, "java.util.GregorianCalendar");
    put(types, Kind.TIMESTAMPTZ, "java.time.Instant", "java.time.OffsetDateTime");
    put(types, Kind.TIMESTAMPTZ, "java.time.ZonedDateTime");
    put(types, Kind.INET, "java.net.InetAddress", "java.net.Inet4Address", "java.net.Inet6Address");
    put(types, Kind.CLOB, "java.sql.Clob", "java.sql.NClob");
    put(types, Kind.BLOB, "java.sql.Blob");
    put(types, Kind.BYTES, "java.io.Serializable");
    types.put("char", of(Kind.CHAR).withLength(1));
    types.put("java.lang.Character", of(Kind.CHAR).withLength(1));
    types.put("java.util.Currency", of(Kind.VARCHAR).withLength(3));
    types.put("java.time.ZoneOffset", of(Kind.VARCHAR).withLength(6));
    types.put("java.util.UUID", of(Kind.UUID).withLength(36));
    types.put("java.math.BigDecimal", new JavaBasic(Kind.NUMERIC, DEFAULT_LENGTH, 38, 2));
    types.put("java.math.BigInteger", new JavaBasic(Kind.NUMERIC, DEFAULT_LENGTH, 38, 0));
    types.put("java.time.Duration", new JavaBasic(Kind.NUMERIC, DEFAULT_LENGTH, 21, 0));
    return types;
  }

  private static void put(Map<String, JavaBasic> types, Kind kind, String... classNames) {
    for (String className : classNames) {
      types.put(className, of(kind));
    }
  }
}
