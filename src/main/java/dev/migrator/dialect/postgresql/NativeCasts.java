package dev.migrator.dialect.postgresql;

import dev.migrator.dialect.Conversion;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.NativeType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The casts of PostgreSQL's own types that have no portable name, besides those from and to text,
 * which each of them has.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalog-pg-cast.html">PostgreSQL:
 *     pg_cast</a>
 */
final class NativeCasts {

  private static final Map<String, String> MULTIRANGES =
      Map.of(
          "int4range", "int4multirange",
          "int8range", "int8multirange",
          "numrange", "nummultirange",
          "tsrange", "tsmultirange",
          "tstzrange", "tstzmultirange",
          "daterange", "datemultirange");

  private static final Set<String> ASSIGNED =
      Set.of(
          "bit to bit varying",
          "bit varying to bit",
          "money to numeric",
          "integer to money",
          "bigint to money",
          "numeric to money",
          "point to box",
          "path to polygon",
          "polygon to path",
          "box to polygon",
          "cidr to inet",
          "inet to cidr",
          "macaddr to macaddr8",
          "macaddr8 to macaddr");

  private static final Set<String> EXPLICIT =
      Set.of(
          "bit to integer",
          "bit to bigint",
          "integer to bit",
          "bigint to bit",
          "lseg to point",
          "box to point",
          "box to lseg",
          "box to circle",
          "polygon to point",
          "polygon to box",
          "polygon to circle",
          "circle to point",
          "circle to box",
          "circle to polygon");

  private static final List<String> OTHERS =
      List.of("line", "tsvector", "tsquery", "jsonpath", "pg_lsn", "pg_snapshot");

  /** The names of the types whose casts are all known. */
  private static final Set<String> KNOWN = known();

  private NativeCasts() {}

  private static Set<String> known() {
    Stream<String> cast =
        Stream.of(ASSIGNED, EXPLICIT)
            .flatMap(Set::stream)
            .flatMap(pair -> Arrays.stream(pair.split(" to ")));
    return Stream.of(
            cast, MULTIRANGES.keySet().stream(), MULTIRANGES.values().stream(), OTHERS.stream())
        .flatMap(Function.identity())
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * How values are converted where one of the types has no portable name. What an extension or the
   * user made of a type is not known, so it is left to the server to find a cast.
   */
  static Conversion of(String column, ColumnType from, ColumnType to) {
    String before = name(from);
    String after = name(to);
    String pair = before + " to " + after;
    if (before.equals(after) || ASSIGNED.contains(pair)) {
      return new Conversion.ByItself();
    }
    if (after.equals(MULTIRANGES.get(before)) || EXPLICIT.contains(pair)) {
      return TypeConversion.cast(column, to);
    }
    if (before.equals(MULTIRANGES.get(after))) {
      return new Conversion.ByExpression("range_merge(%s)".formatted(column));
    }
    return isKnown(from) && isKnown(to)
        ? new Conversion.Unknown()
        : TypeConversion.cast(column, to);
  }

  private static boolean isKnown(ColumnType type) {
    return !(type instanceof NativeType) || KNOWN.contains(name(type));
  }

  /** The type's name without its modifiers. */
  private static String name(ColumnType type) {
    String name = PostgresqlTypes.sql(PostgresqlTypes.normalize(type)).replaceAll("\\(.*\\)", "");
    return name.equals("varbit") ? "bit varying" : name;
  }
}
