package dev.migrator.dialect.sqlite;

import dev.migrator.schema.BasicType;
import dev.migrator.schema.BasicType.Kind;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.DomainRef;
import dev.migrator.schema.EnumRef;
import dev.migrator.schema.NativeType;
import dev.migrator.schema.SqlTypeSpelling;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The declared names of types. SQLite keeps any name and derives from it the affinity alone, so
 * what has to stay text is declared with a name that says so.
 *
 * @see <a href="https://www.sqlite.org/datatype3.html#determination_of_column_affinity">SQLite:
 *     determination of column affinity</a>
 */
final class SqliteTypes {

  private static final Pattern DECLARED =
      Pattern.compile("([^(]*?)\\s*(?:\\((\\d+)(?:,(\\d+))?\\))?");

  /** The longest {@code varchar} that every database has. */
  private static final int LONGEST = 10_485_760;

  /** So many digits fit the eight bytes of an integer, whatever they are. */
  private static final int INTEGER_DIGITS = 18;

  /** The names that mean a type of the closed table; none changes the affinity. */
  private static final Map<String, Kind> NAMES =
      Map.ofEntries(
          Map.entry("boolean", Kind.BOOLEAN),
          Map.entry("bool", Kind.BOOLEAN),
          Map.entry("smallint", Kind.SMALLINT),
          Map.entry("int2", Kind.SMALLINT),
          Map.entry("tinyint", Kind.SMALLINT),
          Map.entry("integer", Kind.INTEGER),
          Map.entry("int", Kind.INTEGER),
          Map.entry("mediumint", Kind.INTEGER),
          Map.entry("bigint", Kind.BIGINT),
          Map.entry("int8", Kind.BIGINT),
          Map.entry("real", Kind.DOUBLE),
          Map.entry("float", Kind.DOUBLE),
          Map.entry("double", Kind.DOUBLE),
          Map.entry("double precision", Kind.DOUBLE),
          Map.entry("numeric", Kind.NUMERIC),
          Map.entry("decimal", Kind.NUMERIC),
          Map.entry("char", Kind.CHAR),
          Map.entry("character", Kind.CHAR),
          Map.entry("nchar", Kind.CHAR),
          Map.entry("varchar", Kind.VARCHAR),
          Map.entry("character varying", Kind.VARCHAR),
          Map.entry("nvarchar", Kind.VARCHAR),
          Map.entry("text", Kind.TEXT),
          Map.entry("clob", Kind.CLOB),
          Map.entry("nclob", Kind.CLOB),
          Map.entry("blob", Kind.BLOB),
          Map.entry("", Kind.BLOB),
          Map.entry("date", Kind.DATE),
          Map.entry("time", Kind.TIME),
          Map.entry("time with time zone", Kind.TIME),
          Map.entry("timestamp", Kind.TIMESTAMP),
          Map.entry("timestamp with time zone", Kind.TIMESTAMP),
          Map.entry("datetime", Kind.TIMESTAMP));

  /** What a column prefers to store. */
  enum Affinity {
    INTEGER,
    TEXT,
    BLOB,
    REAL,
    NUMERIC
  }

  private SqliteTypes() {}

  /** Whether a column of the type may have a CHECK, named by it, in place of the type. */
  static boolean mayHaveCheck(ColumnType type) {
    return type instanceof EnumRef || type instanceof DomainRef;
  }

  /** The declared name of a type: the column {@code SQLite} of {@code docs/types.md}. */
  static String declared(ColumnType type) {
    if (type instanceof BasicType basic) {
      return declared(basic);
    }
    if (type instanceof NativeType own) {
      return own.sql();
    }
    return type instanceof EnumRef ? "varchar(255)" : "text";
  }

  /**
   * The declared name of a type in a STRICT table, which knows six names: the one that keeps the
   * most values as they are.
   *
   * @see <a href="https://www.sqlite.org/stricttables.html">SQLite: STRICT tables</a>
   */
  static String declaredStrictly(ColumnType type) {
    if (type instanceof BasicType basic) {
      return declaredStrictly(basic);
    }
    return type instanceof NativeType own ? own.sql() : "text";
  }

  private static String declaredStrictly(BasicType type) {
    return switch (type.kind()) {
      case INTEGER -> "integer";
      case BOOLEAN, SMALLINT, BIGINT -> "int";
      case REAL, DOUBLE -> "real";
      case NUMERIC -> isWhole(type.parameters()) ? "int" : "real";
      case DATE, TIME, TIMETZ, TIMESTAMP, TIMESTAMPTZ -> "any";
      case CHAR, VARCHAR, TEXT, CLOB, XML, INTERVAL, UUID, JSON, JSONB -> "text";
      case BYTES, BLOB, INET -> "blob";
    };
  }

  /** Whether a number of this precision and scale fits an integer. */
  private static boolean isWhole(List<Integer> parameters) {
    boolean unscaled = parameters.size() == 1 || (parameters.size() == 2 && parameters.get(1) == 0);
    return unscaled && parameters.get(0) <= INTEGER_DIGITS;
  }

  private static String declared(BasicType type) {
    return switch (type.kind()) {
      case BOOLEAN, SMALLINT, INTEGER, BIGINT, REAL, TEXT, CLOB, BLOB, DATE ->
          type.kind().spelling();
      case XML -> "clob";
      case DOUBLE -> "double precision";
      case NUMERIC, CHAR, VARCHAR -> type.spelling();
      case BYTES, INET -> "blob";
      case TIME, TIMETZ -> "time";
      case TIMESTAMP, TIMESTAMPTZ -> "timestamp";
      case INTERVAL, UUID, JSON, JSONB -> "text";
    };
  }

  /** The type that a column's definition shows. */
  static ColumnType read(ParsedColumn column) {
    return known(column.type())
        .or(() -> alias(column.type()))
        .orElseGet(() -> new NativeType(column.type().toLowerCase(Locale.ROOT)));
  }

  /** What another name of a type means that gives the column the same affinity. */
  private static Optional<ColumnType> alias(String declared) {
    return SqlTypeSpelling.parse(declared)
        .filter(type -> type instanceof BasicType)
        .filter(type -> affinity(type) == affinity(new NativeType(declared)))
        .flatMap(type -> known(declared(type)));
  }

  private static Optional<ColumnType> known(String declared) {
    Matcher parts = DECLARED.matcher(declared.toLowerCase(Locale.ROOT));
    if (!parts.matches()) {
      return Optional.empty();
    }
    List<Integer> parameters =
        Stream.of(2, 3)
            .flatMap(group -> Stream.ofNullable(parts.group(group)))
            .map(Integer::valueOf)
            .toList();
    return Optional.ofNullable(NAMES.get(parts.group(1))).flatMap(kind -> basic(kind, parameters));
  }

  /** The type of a kind; empty where the kind takes no such parameters. */
  private static Optional<ColumnType> basic(Kind kind, List<Integer> parameters) {
    return switch (kind) {
      case TIME, TIMESTAMP, DOUBLE -> Optional.of(BasicType.of(kind));
      case CHAR -> Optional.of(BasicType.of(kind, parameters.isEmpty() ? 1 : parameters.get(0)));
      case NUMERIC -> Optional.of(new BasicType(kind, parameters));
      case VARCHAR -> parameters.size() < 2 ? Optional.of(varchar(parameters)) : Optional.empty();
      case BOOLEAN,
          SMALLINT,
          INTEGER,
          BIGINT,
          REAL,
          TEXT,
          CLOB,
          BYTES,
          BLOB,
          DATE,
          TIMETZ,
          TIMESTAMPTZ,
          INTERVAL,
          UUID,
          JSON,
          JSONB,
          INET,
          XML ->
          parameters.isEmpty() ? Optional.of(BasicType.of(kind)) : Optional.empty();
    };
  }

  /** What is longer than a portable type can say is a text. */
  private static BasicType varchar(List<Integer> length) {
    return length.stream().anyMatch(n -> n > LONGEST)
        ? BasicType.of(Kind.TEXT)
        : new BasicType(Kind.VARCHAR, length);
  }

  /** The affinity of a type, by the manual's rules for declared names, in their order. */
  static Affinity affinity(ColumnType type) {
    String declared = declared(type).toUpperCase(Locale.ROOT);
    if (declared.contains("INT")) {
      return Affinity.INTEGER;
    }
    if (declared.contains("CHAR") || declared.contains("CLOB") || declared.contains("TEXT")) {
      return Affinity.TEXT;
    }
    if (declared.contains("BLOB") || declared.isEmpty()) {
      return Affinity.BLOB;
    }
    if (declared.contains("REAL") || declared.contains("FLOA") || declared.contains("DOUB")) {
      return Affinity.REAL;
    }
    return Affinity.NUMERIC;
  }
}
