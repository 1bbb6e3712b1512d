package dev.migrator.entity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How a name of Java becomes a name of the database. */
public enum NameStyle {
  /** {@code OrderItem} stays {@code OrderItem}. */
  AS_WRITTEN {
    @Override
    String apply(String name) {
      return name;
    }
  },

  /** {@code OrderItem} becomes {@code order_item}. */
  SNAKE_CASE {
    @Override
    String apply(String name) {
      return snakeCase(name);
    }
  },

  /** {@code OrderItem} becomes {@code order_items}. */
  SNAKE_CASE_PLURAL {
    @Override
    String apply(String name) {
      return plural(snakeCase(name));
    }
  };

  abstract String apply(String name);

  /** The spelling in the configuration: {@code snake_case}. */
  public String spelling() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All spellings. */
  public static List<String> spellings() {
    return Arrays.stream(values()).map(NameStyle::spelling).toList();
  }

  /**
   * An underscore goes before a capital between a small letter or digit and another one, so that
   * {@code userID} becomes {@code userid}.
   *
   * @see <a
   *     href="https://docs.hibernate.org/orm/7.0/javadocs/org/hibernate/boot/model/naming/PhysicalNamingStrategySnakeCaseImpl.html">Hibernate's
   *     strategy, which Spring Boot uses</a>
   */
  private static String snakeCase(String name) {
    StringBuilder result = new StringBuilder(name.replace('.', '_'));
    for (int at = 1; at < result.length() - 1; at++) {
      if (isSmall(result.charAt(at - 1))
          && Character.isUpperCase(result.charAt(at))
          && isSmall(result.charAt(at + 1))) {
        result.insert(at, '_');
        at++;
      }
    }
    return result.toString().toLowerCase(Locale.ROOT);
  }

  private static boolean isSmall(char letter) {
    return Character.isLowerCase(letter) || Character.isDigit(letter);
  }

  private static String plural(String name) {
    if (name.matches(".*[^aeiou_\\d]y")) {
      return name.substring(0, name.length() - 1) + "ies";
    }
    return name + (name.matches(".*(?:[sxz]|ch|sh)") ? "es" : "s");
  }
}
