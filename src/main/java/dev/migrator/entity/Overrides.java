package dev.migrator.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;

/**
 * What stands elsewhere than on an attribute and is said of it: {@code @AttributeOverride},
 * {@code @AssociationOverride}, and {@code @Convert} with an attribute's name. Attributes are named
 * by their path.
 */
final class Overrides {

  static final Overrides NONE = new Overrides(Map.of());

  private static final Set<DotName> CONVERSIONS = Set.of(Vocabulary.CONVERT, Vocabulary.CONVERTS);

  /** By path: the annotations that an attribute has in place of its own of the same names. */
  private final Map<String, Map<Set<DotName>, List<AnnotationInstance>>> byPath;

  private Overrides(Map<String, Map<Set<DotName>, List<AnnotationInstance>>> byPath) {
    this.byPath = byPath;
  }

  /** Those that stand on a class or member. */
  static Overrides of(Annotations annotations) {
    Overrides overrides = new Overrides(new LinkedHashMap<>());
    annotations
        .findAll(Vocabulary.ATTRIBUTE_OVERRIDE, Vocabulary.ATTRIBUTE_OVERRIDES)
        .forEach(overrides::addColumn);
    annotations
        .findAll(Vocabulary.ASSOCIATION_OVERRIDE, Vocabulary.ASSOCIATION_OVERRIDES)
        .forEach(overrides::addAssociation);
    annotations
        .findAll(Vocabulary.CONVERT, Vocabulary.CONVERTS)
        .forEach(
            found ->
                Values.text(found, "attributeName")
                    .ifPresent(
                        path -> overrides.add(path, CONVERSIONS, List.of(withoutName(found)))));
    return overrides;
  }

  /** The conversion as it stands on the attribute itself. */
  private static AnnotationInstance withoutName(AnnotationInstance conversion) {
    return AnnotationInstance.create(
        Vocabulary.CONVERT,
        null,
        conversion.values().stream()
            .filter(value -> !value.name().equals("attributeName"))
            .toList());
  }

  private void addColumn(AnnotationInstance override) {
    Values.nested(override, "column")
        .ifPresent(column -> add(path(override), Set.of(Vocabulary.COLUMN), List.of(column)));
  }

  private void addAssociation(AnnotationInstance override) {
    List<AnnotationInstance> columns = Values.nestedAll(override, "joinColumns");
    Optional<AnnotationInstance> foreignKey = Values.nested(override, "foreignKey");
    if (!columns.isEmpty() || foreignKey.isPresent()) {
      add(
          path(override),
          Set.of(Vocabulary.JOIN_COLUMN, Vocabulary.JOIN_COLUMNS),
          List.of(joinColumns(columns, foreignKey)));
    }
    Values.nested(override, "joinTable")
        .ifPresent(table -> add(path(override), Set.of(Vocabulary.JOIN_TABLE), List.of(table)));
  }

  private static AnnotationInstance joinColumns(
      List<AnnotationInstance> columns, Optional<AnnotationInstance> foreignKey) {
    List<AnnotationValue> values = new ArrayList<>();
    values.add(
        AnnotationValue.createArrayValue(
            "value",
            columns.stream()
                .map(column -> AnnotationValue.createNestedAnnotationValue("", column))
                .toList()));
    foreignKey.ifPresent(
        key -> values.add(AnnotationValue.createNestedAnnotationValue("foreignKey", key)));
    return AnnotationInstance.create(Vocabulary.JOIN_COLUMNS, null, values);
  }

  private static String path(AnnotationInstance override) {
    return Values.text(override, "name").orElse("");
  }

  private void add(String path, Set<DotName> replaced, List<AnnotationInstance> by) {
    byPath.computeIfAbsent(path, any -> new HashMap<>()).putIfAbsent(replaced, by);
  }

  /** What is said of the parts of an attribute, by their path within it. */
  Overrides within(String attribute) {
    Map<String, Map<Set<DotName>, List<AnnotationInstance>>> inner = new LinkedHashMap<>();
    String prefix = attribute + ".";
    byPath.forEach(
        (path, said) -> {
          if (path.startsWith(prefix)) {
            inner.put(path.substring(prefix.length()), said);
          }
        });
    return new Overrides(inner);
  }

  /** What is said here and, where nothing is said here, there. */
  Overrides or(Overrides others) {
    if (others.byPath.isEmpty()) {
      return this;
    }
    Map<String, Map<Set<DotName>, List<AnnotationInstance>>> merged =
        new LinkedHashMap<>(others.byPath);
    byPath.forEach(
        (path, said) -> {
          Map<Set<DotName>, List<AnnotationInstance>> both =
              new HashMap<>(merged.getOrDefault(path, Map.of()));
          both.putAll(said);
          merged.put(path, both);
        });
    return new Overrides(merged);
  }

  /**
   * What a map holds as it is with the conversion that is said of it. What else is said of all of
   * it, and not of its parts, Hibernate passes over.
   *
   * @param path {@code key} or {@code value}
   */
  Member converting(Member held, String path) {
    return Optional.ofNullable(byPath.getOrDefault(path, Map.of()).get(CONVERSIONS))
        .map(by -> held.with(held.annotations().replacing(CONVERSIONS, by)))
        .orElse(held);
  }

  /** The member as it is with what is said of it. */
  Member applyTo(Member member) {
    Map<Set<DotName>, List<AnnotationInstance>> said = byPath.getOrDefault(member.name(), Map.of());
    Annotations annotations = member.annotations();
    for (Map.Entry<Set<DotName>, List<AnnotationInstance>> each : said.entrySet()) {
      annotations = annotations.replacing(each.getKey(), each.getValue());
    }
    return said.isEmpty() ? member : member.with(annotations);
  }
}
