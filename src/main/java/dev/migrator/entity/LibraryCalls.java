package dev.migrator.entity;

import dev.migrator.entity.ClassCode.Reference;
import dev.migrator.entity.Evaluator.Instance;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The few methods of Java's own classes that enums and converters call to make a value. A boxed
 * value is the same as its primitive; booleans and characters are numbers, as in bytecode.
 */
final class LibraryCalls {

  static final String ENUM_NAME = "name";
  static final String ENUM_ORDINAL = "ordinal";

  private LibraryCalls() {}

  /**
   * What a call returns; for {@code void} nothing of use.
   *
   * @throws UnreadableCodeException if the method is none of the few
   */
  static Optional<Object> call(Reference method, List<Optional<Object>> arguments)
      throws UnreadableCodeException {
    String name = method.name();
    switch (method.owner()) {
      case "java/lang/Object" -> {
        if (name.equals("<init>")) {
          return Optional.empty();
        }
      }
      case "java/lang/Enum" -> {
        if (name.equals("<init>")) {
          Instance constant = (Instance) arguments.get(0).orElseThrow();
          constant.set(ENUM_NAME, arguments.get(1));
          constant.set(ENUM_ORDINAL, arguments.get(2));
          return Optional.empty();
        }
      }
      case "java/lang/Integer",
          "java/lang/Short",
          "java/lang/Byte",
          "java/lang/Long",
          "java/lang/Boolean",
          "java/lang/Character" -> {
        if (name.equals("valueOf") || name.endsWith("Value")) {
          return Optional.of(converted(method, arguments.get(0)));
        }
      }
      case "java/lang/String" -> {
        return text(method, arguments);
      }
      case "java/util/Objects" -> {
        if (name.equals("requireNonNull")) {
          return Optional.of(present(arguments.get(0)));
        }
        if (name.equals("equals")) {
          return Optional.of(Objects.equals(arguments.get(0), arguments.get(1)) ? 1 : 0);
        }
      }
      default -> {}
    }
    throw new UnreadableCodeException("it calls " + method.owner() + "." + name);
  }

  /** What an enum's constant answers of itself; empty for its own methods. */
  static Optional<Object> ofConstant(Instance constant, Reference method) {
    return switch (method.name() + method.descriptor()) {
      case "name()Ljava/lang/String;", "toString()Ljava/lang/String;" -> constant.get(ENUM_NAME);
      case "ordinal()I" -> constant.get(ENUM_ORDINAL);
      default -> Optional.empty();
    };
  }

  /** Number to number, by what the method returns. */
  private static Object converted(Reference method, Optional<Object> value)
      throws UnreadableCodeException {
    if (!(present(value) instanceof Number number)) {
      throw new UnreadableCodeException("it parses a text");
    }
    String result = method.descriptor().substring(method.descriptor().indexOf(')') + 1);
    return result.equals("J") || result.equals("Ljava/lang/Long;")
        ? (Object) number.longValue()
        : (Object) number.intValue();
  }

  private static Optional<Object> text(Reference method, List<Optional<Object>> arguments)
      throws UnreadableCodeException {
    Object first = present(arguments.get(0));
    String signature = method.name() + method.descriptor();
    if (signature.equals("valueOf(I)Ljava/lang/String;")
        || signature.equals("valueOf(J)Ljava/lang/String;")) {
      return Optional.of(first.toString());
    }
    if (signature.equals("valueOf(C)Ljava/lang/String;")) {
      return Optional.of(String.valueOf((char) (int) (Integer) first));
    }
    if (!(first instanceof String text)) {
      throw new UnreadableCodeException("it makes a text of an object");
    }
    return Optional.of(
        switch (method.name()) {
          case "toString", "intern" -> text;
          case "toLowerCase" -> text.toLowerCase(Locale.ROOT);
          case "toUpperCase" -> text.toUpperCase(Locale.ROOT);
          case "trim", "strip" -> text.strip();
          case "length" -> text.length();
          case "hashCode" -> text.hashCode();
          case "charAt" -> (int) text.charAt((Integer) present(arguments.get(1)));
          case "equals" -> text.equals(arguments.get(1).orElse(null)) ? 1 : 0;
          case "concat" -> text + present(arguments.get(1));
          default -> throw new UnreadableCodeException("it calls String." + method.name());
        });
  }

  private static Object present(Optional<Object> value) throws UnreadableCodeException {
    return value.orElseThrow(() -> new UnreadableCodeException("it uses null"));
  }
}
