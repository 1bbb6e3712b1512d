package dev.migrator.hibernate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hibernate.mapping.CheckConstraint;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Table;

/**
 * What a column has room for.
 *
 * @param number what tells one row's values from another's; within the bounds that checks set
 * @param length the most characters or bytes
 * @param scale the digits behind the point
 */
record Room(long number, int length, int scale) {

  private static final int LENGTH = 255;

  static Room of(Column column, Table table, int number) {
    if (column == null) {
      return new Room(number, LENGTH, 2);
    }
    int length = column.getLength() == null ? LENGTH : (int) Math.min(LENGTH, column.getLength());
    int scale = column.getScale() == null ? 2 : column.getScale();
    int precision = column.getPrecision() == null ? 18 : column.getPrecision();
    int digits = Math.max(1, Math.min(9, precision - scale));
    long fitting = number % (long) Math.pow(10, digits);
    return new Room(bounded(column, table, fitting), length, scale);
  }

  private static long bounded(Column column, Table table, long number) {
    Pattern bound =
        Pattern.compile(
            "\\b"
                + Pattern.quote(column.getName().toLowerCase(Locale.ROOT))
                + "\\s*(>=|>|<=|<)\\s*(-?\\d+)");
    long bounded = number;
    for (CheckConstraint check : checks(column, table)) {
      Matcher matcher = bound.matcher(check.getConstraint().toLowerCase(Locale.ROOT));
      while (matcher.find()) {
        long limit = Long.parseLong(matcher.group(2));
        bounded =
            switch (matcher.group(1)) {
              case ">=" -> Math.max(bounded, limit);
              case ">" -> Math.max(bounded, limit + 1);
              case "<=" -> Math.min(bounded, limit);
              default -> Math.min(bounded, limit - 1);
            };
      }
    }
    return bounded;
  }

  private static Iterable<CheckConstraint> checks(Column column, Table table) {
    return Stream.concat(column.getCheckConstraints().stream(), table.getChecks().stream())
        .toList();
  }

  /** A text that fits. */
  String text() {
    String digits = Long.toString(Math.abs(number));
    String text = "text" + digits;
    if (text.length() <= length) {
      return text;
    }
    return digits.substring(Math.max(0, digits.length() - length));
  }

  BigDecimal decimal() {
    return BigDecimal.valueOf(number).setScale(scale, RoundingMode.UNNECESSARY);
  }

  /** One of some values: the last ones first, which a check that is too narrow refuses. */
  <T> Optional<T> oneOf(T[] choices) {
    return choices.length == 0
        ? Optional.empty()
        : Optional.of(
            choices[choices.length - 1 - (int) (Math.abs(number) % Math.min(2, choices.length))]);
  }
}
