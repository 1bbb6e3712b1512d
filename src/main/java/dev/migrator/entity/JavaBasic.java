package dev.migrator.entity;

import dev.migrator.schema.BasicType;
import dev.migrator.schema.BasicType.Kind;
import dev.migrator.schema.ColumnType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The column that a Java type gets by itself, as Hibernate 7 maps it. The sizes hold where the
 * model gives none, for whatever type of column the value is kept in.
 *
 * @param kind the type
 * @param length the most characters, where it is or becomes a string
 * @param precision the digits of a number, or those behind the second of a time
 * @param scale the digits behind the decimal point
 * @see <a
 *     href="https://docs.hibernate.org/orm/7.0/userguide/html_single/#basic-provided">Hibernate:
 *     provided basic types</a>
 */
record JavaBasic(Kind kind, int length, int precision, int scale) {

  /** The longest {@code varchar(n)} of PostgreSQL; Hibernate declares what is longer as text. */
  private static final int LONGEST_VARCHAR = 10_485_760;

  /**
   * What PostgreSQL keeps where nothing is said, which is also what Hibernate writes out; it takes
   * more for as many.
   */
  private static final int TIMESTAMP_DIGITS = 6;

  private static final int DEFAULT_LENGTH = 255;
  private static final int DEFAULT_PRECISION = 19;
  private static final int DEFAULT_SCALE = 2;

  /** The most binary digits of a float of four bytes. */
  private static final int FLOAT_BITS = 24;

  /** Hibernate Spatial's types of Java; it declares each as {@code geometry}. */
  private static final List<String> GEOMETRIES =
      List.of("org.locationtech.jts.geom.", "org.geolatte.geom.");

  private static final Map<String, JavaBasic> BY_CLASS = byClass();

  /** The mapping of a class or primitive type, by its name. */
  static Optional<JavaBasic> of(String className) {
    return Optional.ofNullable(BY_CLASS.get(className));
  }

  /** Whether Hibernate Spatial maps the class. */
  static boolean isGeometry(String className) {
    return GEOMETRIES.stream().anyMatch(className::startsWith);
  }

  /** A mapping without sizes of its own. */
  static JavaBasic of(Kind kind) {
    return new JavaBasic(
        kind,
        DEFAULT_LENGTH,
        switch (kind) {
          case TIME, TIMETZ, DATE -> 0;
          case TIMESTAMP, TIMESTAMPTZ -> TIMESTAMP_DIGITS;
          default -> DEFAULT_PRECISION;
        },
        DEFAULT_SCALE);
  }

  JavaBasic withKind(Kind other) {
    return new JavaBasic(other, length, precision, scale);
  }

  JavaBasic withLength(int other) {
    return new JavaBasic(kind, other, precision, scale);
  }

  JavaBasic withPrecision(int other) {
    return new JavaBasic(kind, length, other, scale);
  }

  /** Whether it is a moment, a day or a time. */
  boolean isMoment() {
    return switch (kind) {
      case DATE, TIME, TIMETZ, TIMESTAMP, TIMESTAMPTZ -> true;
      default -> false;
    };
  }

  /** The same value as a large object: text and bytes can be one, the others stay what they are. */
  JavaBasic large() {
    return switch (kind) {
      case VARCHAR, CHAR, TEXT -> withKind(Kind.CLOB);
      case BYTES -> withKind(Kind.BLOB);
      default -> this;
    };
  }

  /** The same value as a float, of four bytes if its digits fit. */
  JavaBasic floating() {
    return kind == Kind.REAL || kind == Kind.DOUBLE
        ? this
        : withKind(precision <= FLOAT_BITS ? Kind.REAL : Kind.DOUBLE);
  }

  /** The type with the sizes that the model gives. */
  ColumnType type(ColumnSize size) {
    return switch (kind) {
      case VARCHAR -> {
        int characters = size.length().orElse(length);
        yield characters < 1 || characters > LONGEST_VARCHAR
            ? BasicType.of(Kind.TEXT)
            : BasicType.varchar(characters);
      }
      case CHAR -> BasicType.of(Kind.CHAR, size.length().orElse(length));
      case NUMERIC ->
          size.precision()
              .map(digits -> BasicType.of(Kind.NUMERIC, digits, size.scale().orElse(0)))
              .orElseGet(() -> BasicType.of(Kind.NUMERIC, precision, scale));
      case REAL, DOUBLE -> BasicType.of(size.precision().map(JavaBasic::floating).orElse(kind));
      case TIME, TIMETZ, TIMESTAMP, TIMESTAMPTZ ->
          temporal(size.secondPrecision().orElse(precision));
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
    return digits >= TIMESTAMP_DIGITS ? BasicType.of(kind) : BasicType.of(kind, digits);
  }

  /** Decimal digits to the type that holds them. */
  private static Kind floating(int decimalDigits) {
    return Math.ceil(decimalDigits / Math.log10(2)) <= FLOAT_BITS ? Kind.REAL : Kind.DOUBLE;
  }

  private static Map<String, JavaBasic> byClass() {
    Map<String, JavaBasic> types = new HashMap<>();
    put(types, new JavaBasic(Kind.BOOLEAN, 1, 1, 0), "boolean", "java.lang.Boolean");
    put(types, new JavaBasic(Kind.SMALLINT, 1, 3, 0), "byte", "java.lang.Byte");
    put(types, new JavaBasic(Kind.SMALLINT, 6, 5, 0), "short", "java.lang.Short");
    put(types, new JavaBasic(Kind.INTEGER, 11, 10, 0), "int", "java.lang.Integer");
    put(types, new JavaBasic(Kind.BIGINT, 20, 19, 0), "long", "java.lang.Long");
    put(types, new JavaBasic(Kind.REAL, 14, 8, 2), "float", "java.lang.Float");
    put(types, new JavaBasic(Kind.DOUBLE, 24, 17, 2), "double", "java.lang.Double");
    put(types, new JavaBasic(Kind.CHAR, 1, 3, 0), "char", "java.lang.Character");
    put(types, new JavaBasic(Kind.NUMERIC, 40, 38, 2), "java.math.BigDecimal");
    put(types, new JavaBasic(Kind.NUMERIC, 39, 38, 0), "java.math.BigInteger");
    put(types, new JavaBasic(Kind.NUMERIC, 255, 21, 0), "java.time.Duration");
    put(types, of(Kind.INTEGER), "java.time.Year");
    put(types, of(Kind.VARCHAR), "java.lang.String", "java.lang.Class", "java.net.URL", "[C");
    put(types, of(Kind.VARCHAR), "java.util.Locale", "java.util.TimeZone", "java.time.ZoneId");
    put(types, of(Kind.VARCHAR).withLength(3), "java.util.Currency");
    put(types, of(Kind.VARCHAR).withLength(6), "java.time.ZoneOffset");
    put(types, of(Kind.UUID).withLength(36), "java.util.UUID");
    put(types, of(Kind.INET).withLength(19), "java.net.InetAddress");
    put(types, of(Kind.DATE).withPrecision(DEFAULT_PRECISION), "java.time.LocalDate");
    put(types, of(Kind.DATE).withPrecision(DEFAULT_PRECISION), "java.sql.Date");
    put(types, of(Kind.TIME), "java.time.LocalTime", "java.time.OffsetTime", "java.sql.Time");
    put(types, of(Kind.TIMESTAMP), "java.time.LocalDateTime", "java.sql.Timestamp");
    put(types, of(Kind.TIMESTAMP), "java.util.Date", "java.util.Calendar");
    put(types, of(Kind.TIMESTAMPTZ), "java.time.Instant", "java.time.OffsetDateTime");
    put(types, of(Kind.TIMESTAMPTZ), "java.time.ZonedDateTime");
    put(types, of(Kind.CLOB), "java.sql.Clob", "java.sql.NClob");
    put(types, of(Kind.BLOB), "java.sql.Blob");
    put(types, of(Kind.BYTES), "java.io.Serializable", "[B");
    return types;
  }

  private static void put(Map<String, JavaBasic> types, JavaBasic basic, String... classNames) {
    for (String className : classNames) {
      types.put(className, basic);
    }
  }
}
