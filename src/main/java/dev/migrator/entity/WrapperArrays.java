package dev.migrator.entity;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jboss.jandex.Type;

/**
 * What Hibernate makes of {@code Character[]} and {@code Byte[]}, by its setting {@value #SETTING}.
 */
enum WrapperArrays {
  /** It does not start, unless the member says how it is meant. */
  REFUSED,
  /** They are arrays, as those of any other class. */
  ALLOWED,
  /** They are one value, as {@code char[]} and {@code byte[]} are. */
  LEGACY;

  static final String SETTING = "hibernate.type.wrapper_array_handling";

  /** Asks for all that JPA wants, and of this it wants some. */
  static final String COMPLIANCE = "hibernate.jpa.compliance";

  private static final Set<String> ELEMENTS = Set.of("java.lang.Character", "java.lang.Byte");

  /**
   * What a value of the setting means; where databases differ, what it means on PostgreSQL.
   *
   * @param compliant whether Hibernate is to do as JPA says, which takes them without the setting
   */
  static WrapperArrays of(Optional<String> value, boolean compliant) {
    return switch (value.orElse(compliant ? "pick" : "").toLowerCase(Locale.ROOT)) {
      case "allow", "pick" -> ALLOWED;
      case "legacy" -> LEGACY;
      default -> REFUSED;
    };
  }

  /** Whether a type is one of the two. */
  static boolean areOf(Type type) {
    return type.kind() == Type.Kind.ARRAY
        && ELEMENTS.contains(type.asArrayType().componentType().name().toString());
  }
}
