package dev.migrator.entity;

import dev.migrator.schema.ArrayType;
import dev.migrator.schema.BasicType;
import dev.migrator.schema.BasicType.Kind;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.NativeType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the types that models spell in SQL; what is none of the portable ones is native. */
final class SqlType {

  private static final Pattern ARRAY =
      Pattern.compile("(.+?)\\s*(?:\\[\\s*\\d*\\s*]|\\barray)", Pattern.DOTALL);
  private static final Pattern SIZED =
      Pattern.compile(
          "([a-z][a-z0-9 ]*?)\\s*(?:\\(\\s*(\\d+)\\s*(?:,\\s*(\\d+)\\s*)?\\))?( [a-z ]+)?");

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
          Map.entry("float8", Kind.DOUBLE),
          Map.entry("double precision", Kind.DOUBLE),
          Map.entry("numeric", Kind.NUMERIC),
          Map.entry("decimal", Kind.NUMERIC),
          Map.entry("char", Kind.CHAR),
          Map.entry("character", Kind.CHAR),
          Map.entry("varchar", Kind.VARCHAR),
          Map.entry("character varying", Kind.VARCHAR),
          Map.entry("text", Kind.TEXT),
          Map.entry("bytea", Kind.BYTES),
          Map.entry("date", Kind.DATE),
          Map.entry("time", Kind.TIME),
          Map.entry("time without time zone", Kind.TIME),
          Map.entry("timetz", Kind.TIMETZ),
          Map.entry("time with time zone", Kind.TIMETZ),
          Map.entry("timestamp", Kind.TIMESTAMP),
          Map.entry("timestamp without time zone", Kind.TIMESTAMP),
          Map.entry("timestamptz", Kind.TIMESTAMPTZ),
          Map.entry("timestamp with time zone", Kind.TIMESTAMPTZ),
          Map.entry("interval", Kind.INTERVAL),
          Map.entry("uuid", Kind.UUID),
          Map.entry("json", Kind.JSON),
          Map.entry("jsonb", Kind.JSONB),
          Map.entry("inet", Kind.INET),
          Map.entry("xml", Kind.XML));

  private SqlType() {}

  /** The type that PostgreSQL or SQLite understands by a spelling. */
  static ColumnType parse(String sql) {
    String text = sql.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    Matcher array = ARRAY.matcher(text);
    if (array.matches() && !(parse(array.group(1)) instanceof NativeType)) {
      return new ArrayType(parse(array.group(1)));
    }
    Matcher sized = SIZED.matcher(text);
    if (!sized.matches()) {
      return new NativeType(sql);
    }
    String name = sized.group(1) + (sized.group(4) == null ? "" : sized.group(4));
    List<Integer> sizes =
        Stream.of(sized.group(2), sized.group(3))
            .flatMap(Stream::ofNullable)
            .map(Integer::valueOf)
            .toList();
    return basic(name.strip(), sizes)
        .<ColumnType>map(type -> type)
        .orElseGet(() -> new NativeType(sql));
  }

  private static Optional<BasicType> basic(String name, List<Integer> sizes) {
    Kind kind = KINDS.get(name);
    if (kind == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new BasicType(kind, kind == Kind.CHAR && sizes.isEmpty() ? List.of(1) : sizes));
    } catch (IllegalArgumentException tooMany) {
      return Optional.empty();
    }
  }
}
