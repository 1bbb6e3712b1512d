package dev.migrator.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;

/**
 * What classes and packages register for the whole model with Hibernate's annotations. Converters
 * are read; a descriptor or type for all members of a Java type is said not to be.
 */
final class Registrations {

  private static final DotName CONVERTER = Vocabulary.hibernate("ConverterRegistration");
  private static final DotName CONVERTERS = Vocabulary.hibernate("ConverterRegistrations");
  private static final List<String> OF_TYPES =
      List.of(
          "JavaTypeRegistration",
          "JdbcTypeRegistration",
          "TypeRegistration",
          "CompositeTypeRegistration");

  private final Classes classes;
  private final List<ClassInfo> places;

  /**
   * @param places the classes and packages that may carry such annotations
   */
  Registrations(Classes classes, List<ClassInfo> places) {
    this.classes = classes;
    this.places = places;
  }

  /** The converters that are registered to apply by themselves. */
  List<ClassInfo> converters() {
    return found(CONVERTER, CONVERTERS)
        .filter(found -> Values.flag(found, "autoApply").orElse(true))
        .flatMap(found -> Values.className(found, "converter").stream())
        .map(name -> classes.get(name, "registered as a converter"))
        .toList();
  }

  private Stream<AnnotationInstance> found(DotName name, DotName container) {
    return places.stream()
        .flatMap(place -> Annotations.of(place, classes).findAll(name, container).stream());
  }

  /** A warning for each place with registrations that are not read. */
  List<ModelWarning> warnings() {
    List<ModelWarning> warnings = new ArrayList<>();
    for (ClassInfo place : places) {
      Annotations annotations = Annotations.of(place, classes);
      unread(annotations)
          .ifPresent(
              name ->
                  warnings.add(
                      new ModelWarning(
                          place.name().toString(),
                          "@%s is not read: write the types of the members that it concerns down with @Column(columnDefinition = …) or @ColumnSpec(type = …)."
                              .formatted(name))));
    }
    return warnings;
  }

  private static Optional<String> unread(Annotations annotations) {
    return OF_TYPES.stream()
        .filter(
            name ->
                !annotations
                    .findAll(Vocabulary.hibernate(name), Vocabulary.hibernate(name + "s"))
                    .isEmpty())
        .findFirst();
  }
}
