package dev.migrator.dialect;

import dev.migrator.schema.BasicType;
import dev.migrator.schema.BasicType.Kind;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.EnumColumn;
import dev.migrator.schema.EnumRef;
import dev.migrator.schema.SqlTokens;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the constants of a Java enum become their names where a column held their positions, and the
 * other way about.
 *
 * @param from the type before
 * @param to the type after
 * @param constants the constants, in order
 */
public record ConstantConversion(ColumnType from, ColumnType to, EnumColumn constants) {

  private static final Set<Kind> POSITIONS = Set.of(Kind.SMALLINT, Kind.INTEGER, Kind.BIGINT);

  private static final Set<Kind> NAMES = Set.of(Kind.CHAR, Kind.VARCHAR, Kind.TEXT);

  /** What a database needs around the parts. */
  public interface Casts {

    /** A value as text, to compare it with a name. */
    String text(String value);

    /** What is made of a value that stands for no constant: something that the column refuses. */
    String other(String value, ColumnType to);

    /** The whole as a value of the column's type. */
    String whole(String value, ColumnType to);
  }

  /**
   * The expression.
   *
   * @param column the column, as SQL
   * @return empty where neither of the types is that of positions, or the other is not of names
   */
  public Optional<String> sql(String column, Casts casts) {
    if (isPosition(from) && isName(to)) {
      return Optional.of(casts.whole(cases(column, casts.other(column, to), true), to));
    }
    return isName(from) && isPosition(to) && !constants.areNumbers()
        ? Optional.of(casts.whole(cases(casts.text(column), casts.other(column, to), false), to))
        : Optional.empty();
  }

  private String cases(String source, String other, boolean toNames) {
    StringBuilder sql = new StringBuilder("CASE ").append(source);
    List<String> names = constants.constants();
    for (int position = 0; position < names.size(); position++) {
      String name = names.get(position);
      String held = SqlTokens.literal(constants.replaced().getOrDefault(name, name));
      sql.append(
          toNames
              ? " WHEN %d THEN %s".formatted(position, held)
              : " WHEN %s THEN %d".formatted(SqlTokens.literal(name), position));
    }
    return sql.append(" ELSE ").append(other).append(" END").toString();
  }

  private static boolean isPosition(ColumnType type) {
    return is(type, POSITIONS);
  }

  private static boolean isName(ColumnType type) {
    return type instanceof EnumRef || is(type, NAMES);
  }

  private static boolean is(ColumnType type, Set<Kind> kinds) {
    return type instanceof BasicType basic && kinds.contains(basic.kind());
  }
}
