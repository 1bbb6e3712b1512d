package dev.migrator.schema;

import dev.migrator.schema.BasicType.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the spellings that SQL and PostgreSQL have for the portable types: the standard's names,
 * their abbreviations and PostgreSQL's internal names.
 *
 * @see <a href="https://www.postgresql.org/docs/current/datatype.html">PostgreSQL: data types</a>
 */
public final class SqlTypeSpelling {

  private static final Pattern ARRAY =
      Pattern.compile(
          "(.+?)\\s*(?:\\[\\s*\\d*\\s*]|\\barray(?:\\s*\\[\\s*\\d*\\s*])?)", Pattern.DOTALL);
  private static final Pattern SIZED =
      Pattern.compile(
          "([a-z][a-z0-9 ]*?)\\s*(?:\\(\\s*(\\d{1,9})\\s*(?:,\\s*(\\d{1,9})\\s*)?\\))?( [a-z ]+)?");

  /** The schema in which PostgreSQL has its types, under their internal names alone. */
  private static final String CATALOG = "pg_catalog.";

  /** The most binary digits of a {@code float} that is a {@code real}, and of any. */
  private static final int REAL_DIGITS = 24;

  private static final int DOUBLE_DIGITS = 53;

  private static final Map<String, Kind> INTERNAL =
      Map.ofEntries(
          Map.entry("bool", Kind.BOOLEAN),
          Map.entry("int2", Kind.SMALLINT),
          Map.entry("int4", Kind.INTEGER),
          Map.entry("int8", Kind.BIGINT),
          Map.entry("float4", Kind.REAL),
          Map.entry("float8", Kind.DOUBLE),
          Map.entry("numeric", Kind.NUMERIC),
          Map.entry("bpchar", Kind.CHAR),
          Map.entry("varchar", Kind.VARCHAR),
          Map.entry("text", Kind.TEXT),
          Map.entry("bytea", Kind.BYTES),
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

  private static final Map<String, Kind> STANDARD =
      Map.ofEntries(
          Map.entry("boolean", Kind.BOOLEAN),
          Map.entry("smallint", Kind.SMALLINT),
          Map.entry("integer", Kind.INTEGER),
          Map.entry("int", Kind.INTEGER),
          Map.entry("bigint", Kind.BIGINT),
          Map.entry("real", Kind.REAL),
          Map.entry("double precision", Kind.DOUBLE),
          Map.entry("decimal", Kind.NUMERIC),
          Map.entry("dec", Kind.NUMERIC),
          Map.entry("char", Kind.CHAR),
          Map.entry("char varying", Kind.VARCHAR),
          Map.entry("time without time zone", Kind.TIME),
          Map.entry("time with time zone", Kind.TIMETZ),
          Map.entry("timestamp without time zone", Kind.TIMESTAMP),
          Map.entry("timestamp with time zone", Kind.TIMESTAMPTZ));

  /** It has one character where no length is given. */
  private static final String OF_ONE = "char";

  private SqlTypeSpelling() {}

  /** The portable type that a database understands by a spelling, if there is one. */
  public static Optional<ColumnType> parse(String sql) {
    String text = sql.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    Matcher array = ARRAY.matcher(text);
    if (array.matches()) {
      return parse(array.group(1)).map(ArrayType::new);
    }
    boolean internal = text.startsWith(CATALOG);
    Matcher sized = SIZED.matcher(internal ? text.substring(CATALOG.length()) : text);
    if (!sized.matches()) {
      return Optional.empty();
    }
    String name = sized.group(1) + (sized.group(4) == null ? "" : sized.group(4));
    List<Integer> sizes =
        Stream.of(sized.group(2), sized.group(3))
            .flatMap(Stream::ofNullable)
            .map(Integer::valueOf)
            .toList();
    return (internal ? basic(internal(name.strip()), sizes) : named(name.strip(), sizes))
        .map(type -> type);
  }

  private static Optional<BasicType> named(String given, List<Integer> sizes) {
    String name = ofCharacters(given);
    if (name.equals("float")) {
      return ofBinaryDigits(sizes);
    }
    Optional<Kind> kind = Optional.ofNullable(STANDARD.get(name)).or(() -> internal(name));
    return basic(kind, OF_ONE.equals(name) && sizes.isEmpty() ? List.of(1) : sizes);
  }

  /** The name of characters in one of its forms: whether they are national changes nothing. */
  private static String ofCharacters(String name) {
    return name.replaceFirst("^(national )?char(acter)?\\b", "char")
        .replaceFirst("^nchar\\b", "char");
  }

  private static Optional<BasicType> ofBinaryDigits(List<Integer> sizes) {
    int digits = sizes.isEmpty() ? DOUBLE_DIGITS : sizes.get(0);
    return sizes.size() > 1 || digits < 1 || digits > DOUBLE_DIGITS
        ? Optional.empty()
        : Optional.of(BasicType.of(digits <= REAL_DIGITS ? Kind.REAL : Kind.DOUBLE));
  }

  private static Optional<Kind> internal(String name) {
    return Optional.ofNullable(INTERNAL.get(name));
  }

  /** The type of a kind; empty where there is none, or none with such sizes. */
  private static Optional<BasicType> basic(Optional<Kind> kind, List<Integer> sizes) {
    try {
      return kind.map(known -> new BasicType(known, sizes));
    } catch (IllegalArgumentException otherSizes) {
      return Optional.empty();
    }
  }
}
