package dev.migrator.dialect.sqlite;

import dev.migrator.dialect.sqlite.SqliteTypes.Affinity;
import dev.migrator.schema.ArrayType;
import dev.migrator.schema.BasicType;
import dev.migrator.schema.BasicType.Kind;
import dev.migrator.schema.ColumnType;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells values that are none of a type, which SQLite would keep and another database refuse.
 *
 * @param wanted what a value is to be: {@code an integer}
 * @param sql a predicate of such values, with {@code %1$s} for the value
 */
record ValueTest(String wanted, String sql) {

  private static final ValueTest INTEGER =
      new ValueTest("an integer", "typeof(%1$s) NOT IN ('integer', 'null')");
  private static final ValueTest REAL =
      new ValueTest("a number", "typeof(%1$s) NOT IN ('real', 'null')");
  private static final ValueTest NUMERIC =
      new ValueTest("a number", "typeof(%1$s) NOT IN ('integer', 'real', 'null')");
  private static final ValueTest BOOLEAN = new ValueTest("true or false", "%1$s NOT IN (0, 1)");
  private static final ValueTest JSON = new ValueTest("JSON", "NOT json_valid(%1$s)");
  private static final ValueTest ARRAY =
      new ValueTest(
          "a JSON array",
          "CASE WHEN json_valid(%1$s) THEN json_type(%1$s) <> 'array' ELSE %1$s IS NOT NULL END");
  private static final ValueTest UUID =
      new ValueTest(
          "a UUID",
          "length(replace(%1$s, '-', '')) <> 32 OR replace(%1$s, '-', '') GLOB '*[^0-9A-Fa-f]*'");

  /** A text compared with a number is first made one, if it is one from end to end. */
  private static final ValueTest STRICT_REAL =
      new ValueTest(
          "a number",
          "CASE typeof(%1$s) WHEN 'text' THEN CAST(%1$s AS NUMERIC) <> %1$s WHEN 'blob' THEN 1 ELSE 0 END");

  private static final ValueTest STRICT_INTEGER =
      new ValueTest(
          "an integer",
          "CASE typeof(%1$s) WHEN 'text' THEN CAST(%1$s AS NUMERIC) <> %1$s OR typeof(CAST(%1$s AS NUMERIC)) <> 'integer'"
              + " WHEN 'real' THEN CAST(%1$s AS INTEGER) <> %1$s WHEN 'blob' THEN 1 ELSE 0 END");

  /** SQLite reads an offset with minutes alone, and takes a number for a day. */
  private static final String NO_MOMENT =
      "%1$s IS NOT NULL AND (typeof(%1$s) <> 'text'"
          + " OR (julianday(%1$s) IS NULL AND julianday(%1$s || ':00') IS NULL))";

  /** What to look for in the values of a column that changes its type; empty where all fit. */
  static Optional<ValueTest> of(ColumnType from, ColumnType to) {
    if (to instanceof ArrayType) {
      return from instanceof ArrayType ? Optional.empty() : Optional.of(ARRAY);
    }
    if (!(to instanceof BasicType basic) || from.equals(to)) {
      return Optional.empty();
    }
    return switch (basic.kind()) {
      case BOOLEAN -> Optional.of(BOOLEAN);
      case JSON, JSONB -> ValueConversion.isJson(from) ? Optional.empty() : Optional.of(JSON);
      case UUID -> ofText(from, UUID);
      case DATE -> ofText(from, new ValueTest("a date", NO_MOMENT));
      case TIME, TIMETZ -> ofText(from, new ValueTest("a time", NO_MOMENT));
      case TIMESTAMP, TIMESTAMPTZ -> ofText(from, new ValueTest("a date and time", NO_MOMENT));
      case SMALLINT,
          INTEGER,
          BIGINT,
          REAL,
          DOUBLE,
          NUMERIC,
          CHAR,
          VARCHAR,
          TEXT,
          CLOB,
          BYTES,
          BLOB,
          INTERVAL,
          INET,
          XML ->
          SqliteTypes.affinity(from) == SqliteTypes.affinity(to)
              ? Optional.empty()
              : ofAffinity(to);
    };
  }

  private static Optional<ValueTest> ofText(ColumnType from, ValueTest test) {
    return ValueConversion.isText(from) ? Optional.of(test) : Optional.empty();
  }

  /** What a column of a type has to store, whatever its values come from. */
  static Optional<ValueTest> ofAffinity(ColumnType type) {
    Affinity affinity = SqliteTypes.affinity(type);
    return switch (affinity) {
      case INTEGER -> Optional.of(INTEGER);
      case REAL -> Optional.of(REAL);
      case NUMERIC ->
          type instanceof BasicType basic && basic.kind() == Kind.NUMERIC
              ? Optional.of(NUMERIC)
              : Optional.empty();
      case TEXT, BLOB -> Optional.empty();
    };
  }

  /**
   * What a column of a STRICT table has to be given. It takes what its affinity makes a value of
   * its type without a loss, and refuses all else.
   *
   * @param declared the declared type
   * @see <a href="https://www.sqlite.org/stricttables.html">SQLite: STRICT tables</a>
   */
  static Optional<ValueTest> ofStrict(String declared) {
    return switch (declared.toLowerCase(Locale.ROOT)) {
      case "int", "integer" -> Optional.of(STRICT_INTEGER);
      case "real" -> Optional.of(STRICT_REAL);
      case "text" -> Optional.of(new ValueTest("a text", "typeof(%1$s) = 'blob'"));
      case "blob" -> Optional.of(new ValueTest("bytes", "typeof(%1$s) NOT IN ('blob', 'null')"));
      default -> Optional.empty();
    };
  }

  /** The predicate of a value, as SQL. */
  String predicate(String value) {
    return sql.formatted(value);
  }
}
