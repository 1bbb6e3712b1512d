package dev.migrator.entity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Type;

/**
 * What classes and packages register for the whole model with Hibernate's annotations: converters,
 * and the descriptors and types of all members of a Java type.
 */
final class Registrations {

  private final List<ClassInfo> converters;
  private final List<JdbcType> jdbcTypes;
  private final Map<DotName, DotName> javaTypes;
  private final Map<DotName, DotName> userTypes;
  private final Map<DotName, DotName> compositeTypes;

  /**
   * @param places the classes and packages that may carry such annotations
   */
  Registrations(Classes classes, List<ClassInfo> places) {
    List<Annotations> all = places.stream().map(place -> Annotations.of(place, classes)).toList();
    this.converters =
        found(all, "ConverterRegistration")
            .filter(found -> Values.flag(found, "autoApply").orElse(true))
            .flatMap(found -> Values.className(found, "converter").stream())
            .map(name -> classes.get(name, "registered as a converter"))
            .toList();
    this.jdbcTypes =
        found(all, "JdbcTypeRegistration").flatMap(found -> JdbcType.of(found).stream()).toList();
    this.javaTypes = byType(all, "JavaTypeRegistration", "javaType", "descriptorClass");
    this.userTypes = byType(all, "TypeRegistration", "basicClass", "userType");
    this.compositeTypes = byType(all, "CompositeTypeRegistration", "embeddableClass", "userType");
  }

  private static Map<DotName, DotName> byType(
      List<Annotations> places, String annotation, String key, String value) {
    Map<DotName, DotName> byType = new HashMap<>();
    found(places, annotation)
        .forEach(
            found ->
                Values.className(found, key)
                    .ifPresent(
                        type ->
                            Values.className(found, value)
                                .ifPresent(named -> byType.put(type, named))));
    return byType;
  }

  private static Stream<AnnotationInstance> found(List<Annotations> places, String annotation) {
    DotName name = Vocabulary.hibernate(annotation);
    DotName container = Vocabulary.hibernate(annotation + "s");
    return places.stream().flatMap(place -> place.findAll(name, container).stream());
  }

  /**
   * A descriptor of what columns hold.
   *
   * @param descriptor its class
   * @param code the code for which it stands, where that is not its own
   */
  record JdbcType(DotName descriptor, Optional<Integer> code) {

    private static Optional<JdbcType> of(AnnotationInstance registration) {
      return Values.className(registration, "value")
          .map(name -> new JdbcType(name, Values.number(registration, "registrationCode")));
    }
  }

  /** The converters that are registered to apply by themselves. */
  List<ClassInfo> converters() {
    return converters;
  }

  /** The descriptors of what columns hold. */
  List<JdbcType> jdbcTypes() {
    return jdbcTypes;
  }

  /** The descriptor of the members of a Java type, as {@code @JavaType} would name it. */
  Optional<DotName> javaType(Type type) {
    return Optional.ofNullable(javaTypes.get(type.name()));
  }

  /** The type of the members of a Java type, as {@code @Type} would name it. */
  Optional<DotName> userType(Type type) {
    return Optional.ofNullable(userTypes.get(type.name()));
  }

  /** The type of the members of a Java type, as {@code @CompositeType} would name it. */
  Optional<DotName> compositeType(Type type) {
    return Optional.ofNullable(compositeTypes.get(type.name()));
  }
}
