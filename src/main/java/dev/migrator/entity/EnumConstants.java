package dev.migrator.entity;

import dev.migrator.entity.Evaluator.Instance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;

/** The constants of Java enums, and the values that stand for them in the database. */
final class EnumConstants {

  private final Classes classes;
  private final Evaluator evaluator;
  private final Map<DotName, Optional<Stored>> stored = new HashMap<>();

  EnumConstants(Classes classes, Evaluator evaluator) {
    this.classes = classes;
    this.evaluator = evaluator;
  }

  /**
   * The values of the field that is marked with {@code @EnumeratedValue}.
   *
   * @param type the field's type
   * @param values a text or number for each constant, in order; empty if the bytecode does not show
   *     them
   */
  record Stored(String type, Optional<List<Object>> values) {

    boolean isText() {
      return type.equals("java.lang.String") || type.equals("char");
    }
  }

  /**
   * The constants of a Java enum by their names, or by the values that the enum itself gives them.
   *
   * @param names all of them, in order
   * @param replaced those that the database holds no more, with what stands in their place
   * @param renamed what some were before, with what they are now
   */
  record Named(List<String> names, Map<String, String> replaced, Map<String, String> renamed) {

    Named {
      names = List.copyOf(names);
      replaced = Map.copyOf(replaced);
      renamed = Map.copyOf(renamed);
    }

    /** The names that the database holds. */
    List<String> held() {
      return names.stream().filter(name -> !replaced.containsKey(name)).toList();
    }
  }

  /**
   * The constants with what {@code @ReplacedBy} and {@code @RenamedFrom} say of them.
   *
   * @throws ModelException if one is replaced by what is no constant, or is replaced itself
   */
  Named named(ClassInfo javaEnum) {
    Map<String, String> replaced = new LinkedHashMap<>();
    Map<String, String> renamed = new LinkedHashMap<>();
    for (FieldInfo constant : javaEnum.enumConstants()) {
      said(constant, Vocabulary.REPLACED_BY)
          .ifPresent(other -> replaced.put(constant.name(), other));
      said(constant, Vocabulary.RENAMED_FROM)
          .ifPresent(former -> renamed.put(former, constant.name()));
    }
    Named named = new Named(names(javaEnum), replaced, renamed);
    replaced.forEach(
        (name, other) -> {
          if (!named.held().contains(other)) {
            throw new ModelException(
                javaEnum.name() + "." + name,
                "@ReplacedBy(\"%s\") names no constant that stays. Those that do are %s."
                    .formatted(other, String.join(", ", named.held())));
          }
        });
    return named;
  }

  /**
   * The same by the values of the field with {@code @EnumeratedValue}; {@code @RenamedFrom} names a
   * value that a constant had.
   *
   * @param values a value for each constant, in order
   */
  Named valued(ClassInfo javaEnum, List<Object> values) {
    Named named = named(javaEnum);
    Map<String, String> byName = new HashMap<>();
    for (int at = 0; at < values.size(); at++) {
      byName.put(named.names().get(at), String.valueOf(values.get(at)));
    }
    Map<String, String> replaced = new LinkedHashMap<>();
    named.replaced().forEach((name, other) -> replaced.put(byName.get(name), byName.get(other)));
    Map<String, String> renamed = new LinkedHashMap<>();
    named.renamed().forEach((former, name) -> renamed.put(former, byName.get(name)));
    return new Named(values.stream().map(String::valueOf).toList(), replaced, renamed);
  }

  private Optional<String> said(FieldInfo constant, DotName annotation) {
    return classes.annotation(constant, annotation).flatMap(found -> Values.text(found, "value"));
  }

  /** The names of a Java enum's constants, in order. */
  static List<String> names(ClassInfo javaEnum) {
    return javaEnum.enumConstants().stream().map(FieldInfo::name).toList();
  }

  /** The values with which the enum itself replaces names and ordinals, if it does. */
  Optional<Stored> stored(ClassInfo javaEnum, Consumer<ModelWarning> warnings) {
    Optional<Stored> known = stored.get(javaEnum.name());
    if (known == null) {
      known =
          javaEnum.fields().stream()
              .filter(field -> classes.has(field, Vocabulary.ENUMERATED_VALUE))
              .findFirst()
              .map(field -> read(javaEnum, field, warnings));
      stored.put(javaEnum.name(), known);
    }
    return known;
  }

  private Stored read(ClassInfo javaEnum, FieldInfo field, Consumer<ModelWarning> warnings) {
    String type = field.type().name().toString();
    List<Object> values = new ArrayList<>();
    try {
      for (String name : names(javaEnum)) {
        Instance constant = evaluator.constant(javaEnum.name(), name);
        values.add(
            value(type, constant.get(field.name()))
                .orElseThrow(() -> new UnreadableCodeException(name + " has no plain value")));
      }
      return new Stored(type, Optional.of(values));
    } catch (UnreadableCodeException unknown) {
      warnings.accept(
          new ModelWarning(
              javaEnum.name() + "." + field.name(),
              "the values of @EnumeratedValue cannot be read from the bytecode (%s), so no condition on them is written. Give the constants literals."
                  .formatted(unknown.getMessage())));
      return new Stored(type, Optional.empty());
    }
  }

  /** A value as Java shows it; in bytecode a character is a number. */
  static Optional<Object> value(String type, Optional<Object> value) {
    boolean isCharacter = type.equals("char") || type.equals("java.lang.Character");
    return value
        .filter(found -> found instanceof Number || found instanceof String)
        .map(
            found ->
                isCharacter && found instanceof Integer code
                    ? String.valueOf((char) (int) code)
                    : found);
  }
}
