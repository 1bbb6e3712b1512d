package dev.migrator.entity;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;

/** The attributes that are written out in an annotation; bytecode does not show the defaults. */
final class Values {

  private Values() {}

  private static Optional<AnnotationValue> value(AnnotationInstance annotation, String name) {
    return Optional.ofNullable(annotation.value(name));
  }

  /** A text; empty where it is left out or {@code ""}, which means the same. */
  static Optional<String> text(AnnotationInstance annotation, String name) {
    return value(annotation, name)
        .map(AnnotationValue::asString)
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  static Optional<Integer> number(AnnotationInstance annotation, String name) {
    return value(annotation, name).map(AnnotationValue::asInt);
  }

  static Optional<Long> longNumber(AnnotationInstance annotation, String name) {
    return value(annotation, name).map(AnnotationValue::asLong);
  }

  static Optional<Boolean> flag(AnnotationInstance annotation, String name) {
    return value(annotation, name).map(AnnotationValue::asBoolean);
  }

  /** The name of an enum's constant. */
  static Optional<String> constant(AnnotationInstance annotation, String name) {
    return value(annotation, name).map(AnnotationValue::asEnum);
  }

  static Optional<DotName> className(AnnotationInstance annotation, String name) {
    return value(annotation, name).map(found -> found.asClass().name());
  }

  static List<String> texts(AnnotationInstance annotation, String name) {
    return value(annotation, name)
        .map(found -> Arrays.asList(found.asStringArray()))
        .orElse(List.of());
  }

  static List<String> classNames(AnnotationInstance annotation, String name) {
    return value(annotation, name)
        .map(found -> Arrays.stream(found.asClassArray()).map(t -> t.name().toString()).toList())
        .orElse(List.of());
  }

  static Optional<AnnotationInstance> nested(AnnotationInstance annotation, String name) {
    return value(annotation, name).map(AnnotationValue::asNested);
  }

  static List<AnnotationInstance> nestedAll(AnnotationInstance annotation, String name) {
    return value(annotation, name)
        .map(found -> Arrays.asList(found.asNestedArray()))
        .orElse(List.of());
  }
}
