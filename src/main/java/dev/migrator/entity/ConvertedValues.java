package dev.migrator.entity;

import dev.migrator.schema.BasicType.Kind;
import dev.migrator.schema.SqlTokens;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jboss.jandex.ClassInfo;

/** The conditions that Hibernate writes on what a converter makes of an enum or a boolean. */
final class ConvertedValues {

  private static final String METHOD = "convertToDatabaseColumn";

  private final Evaluator evaluator;

  ConvertedValues(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /**
   * The condition that a column holds one of an enum's converted constants.
   *
   * @throws UnreadableCodeException if the converter's bytecode does not show what it makes of them
   */
  Optional<UnaryOperator<String>> ofEnum(Converter converter, Kind kind, ClassInfo javaEnum)
      throws UnreadableCodeException {
    if (!JdbcTypes.isInteger(kind) && !isShortText(kind)) {
      return Optional.empty();
    }
    List<Optional<Object>> values = new ArrayList<>();
    for (String name : EnumConstants.names(javaEnum)) {
      values.add(convert(converter, Optional.of(evaluator.constant(javaEnum.name(), name))));
    }
    Set<Object> present = new LinkedHashSet<>();
    values.forEach(value -> value.ifPresent(present::add));
    return Optional.of(isOneOf(List.copyOf(present), kind, values.contains(Optional.empty())));
  }

  /** The condition that a column holds what the converter makes of false, true and null. */
  Optional<UnaryOperator<String>> ofBoolean(Converter converter, Kind kind)
      throws UnreadableCodeException {
    if (!JdbcTypes.isInteger(kind) && !isShortText(kind)) {
      return Optional.empty();
    }
    if (!converter.booleans().isEmpty()) {
      return Optional.of(isOneOf(converter.booleans(), kind, false));
    }
    List<Optional<Object>> values = new ArrayList<>();
    values.add(convert(converter, Optional.of(0)));
    values.add(convert(converter, Optional.of(1)));
    List<Object> present = new ArrayList<>();
    values.forEach(value -> value.ifPresent(present::add));
    ofNull(converter).ifPresent(present::add);
    return Optional.of(isOneOf(present, kind, values.contains(Optional.empty())));
  }

  /** A converter that does not expect null fails at it, in Hibernate too. */
  private Optional<Object> ofNull(Converter converter) {
    try {
      return convert(converter, Optional.empty());
    } catch (UnreadableCodeException fails) {
      return Optional.empty();
    }
  }

  private Optional<Object> convert(Converter converter, Optional<Object> value)
      throws UnreadableCodeException {
    Optional<Object> converted = evaluator.call(converter.name(), METHOD, List.of(value));
    Optional<Object> plain =
        EnumConstants.value(converter.relational().name().toString(), converted);
    if (plain.isPresent() != converted.isPresent()) {
      throw new UnreadableCodeException("it makes an object");
    }
    return plain;
  }

  /** The condition that a column holds one of these. */
  static UnaryOperator<String> isOneOf(List<?> values, Kind kind, boolean orNull) {
    List<String> literals =
        values.stream()
            .map(String::valueOf)
            .map(value -> JdbcTypes.isText(kind) ? SqlTokens.literal(value) : value)
            .toList();
    return orNull
        ? column -> SqlText.isOneOfOrNull(column, literals)
        : column -> SqlText.isOneOf(column, literals);
  }

  private static boolean isShortText(Kind kind) {
    return kind == Kind.VARCHAR || kind == Kind.CHAR;
  }
}
