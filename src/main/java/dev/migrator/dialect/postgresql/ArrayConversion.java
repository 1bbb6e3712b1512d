package dev.migrator.dialect.postgresql;

import static dev.migrator.dialect.postgresql.PostgresqlTypes.is;
import static dev.migrator.dialect.postgresql.PostgresqlTypes.isText;

import dev.migrator.dialect.Conversion;
import dev.migrator.dialect.Conversion.ByExpression;
import dev.migrator.dialect.Conversion.ByItself;
import dev.migrator.dialect.Conversion.Unknown;
import dev.migrator.schema.ArrayType;
import dev.migrator.schema.BasicType;
import dev.migrator.schema.BasicType.Kind;
import dev.migrator.schema.ColumnType;

/**
 * How arrays are converted, to others or from and to what is none.
 *
 * @param from the type before
 * @param to the type after; one of the two is an array
 */
record ArrayConversion(ColumnType from, ColumnType to) {

  Conversion of(String column) {
    if (!(from instanceof ArrayType before)) {
      return wrapped(column, ((ArrayType) to).element());
    }
    return to instanceof ArrayType after
        ? elements(column, before.element(), after.element())
        : unwrapped(column, before.element());
  }

  /** An expression for each element cannot be: USING takes no subquery. */
  private Conversion elements(String column, ColumnType before, ColumnType after) {
    Conversion conversion = new TypeConversion(before, after).of(column);
    if (!(conversion instanceof ByExpression by)) {
      return conversion;
    }
    if (by.equals(TypeConversion.cast(column, after))
        || (is(before, Kind.BOOLEAN) && is(after, Kind.INTEGER))
        || (is(before, Kind.INTEGER) && is(after, Kind.BOOLEAN))) {
      return TypeConversion.cast(column, to);
    }
    return isMoment(before) && isMoment(after) ? new ByItself() : byText(column, after, by);
  }

  private Conversion byText(String column, ColumnType after, ByExpression conversion) {
    ColumnType text = BasicType.of(Kind.TEXT);
    String texts = TypeConversion.cast(column, new ArrayType(text)).sql();
    return conversion.equals(TypeConversion.cast(TypeConversion.cast(column, text).sql(), after))
        ? TypeConversion.cast(texts, to)
        : new Unknown();
  }

  private static boolean isMoment(ColumnType type) {
    return is(type, Kind.DATE, Kind.TIME, Kind.TIMESTAMP, Kind.TIMESTAMPTZ);
  }

  /**
   * A value is the one element; a text that is to hold no texts is an array as it is written. JSON
   * may be an array itself.
   */
  private Conversion wrapped(String column, ColumnType element) {
    if (is(from, Kind.JSON, Kind.JSONB)) {
      return new Unknown();
    }
    if (isText(from) && !isText(element)) {
      return TypeConversion.cast(column, to);
    }
    Conversion conversion = new TypeConversion(from, element).of(column);
    if (conversion instanceof Unknown) {
      return conversion;
    }
    String value = conversion instanceof ByExpression by ? by.sql() : column;
    return new ByExpression("CASE WHEN %s IS NOT NULL THEN ARRAY[%s] END".formatted(column, value));
  }

  /** Texts are joined; of other elements, the first is the value. */
  private Conversion unwrapped(String column, ColumnType element) {
    if (isText(to)) {
      return isText(element)
          ? new ByExpression("array_to_string(%s, ',')".formatted(column))
          : new ByItself();
    }
    if (is(to, Kind.JSON, Kind.JSONB)) {
      return new ByExpression("to_%s(%s)".formatted(PostgresqlTypes.sql(to), column));
    }
    String first = column + "[1]";
    Conversion conversion = new TypeConversion(element, to).of(first);
    return conversion instanceof ByItself ? new ByExpression(first) : conversion;
  }
}
