package dev.migrator.entity.orm;

import dev.migrator.entity.orm.Forms.Addition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;

/** The annotations that a mapping file says of one class, field or getter. */
final class Said {

  /** Of each name one, as the file says it. */
  private final Map<DotName, AnnotationInstance> annotations = new LinkedHashMap<>();

  /** Those that are not read from the class any more. */
  private final Set<DotName> replaced = new HashSet<>();

  void add(AnnotationInstance annotation) {
    annotations.put(annotation.name(), annotation);
  }

  /** What elements within one say beside what that one is. */
  void addAll(XmlElement around, List<XmlElement> children, Document document) {
    Map<DotName, List<AnnotationValue>> lists = new LinkedHashMap<>();
    for (XmlElement child : children) {
      Optional<Addition> addition = Forms.addition(around, child);
      if (addition.isPresent()) {
        AnnotationInstance annotation = addition.get().form().read(child, document);
        if (addition.get().isList()) {
          replaced.add(annotation.name());
          lists
              .computeIfAbsent(addition.get().container(), container -> new ArrayList<>())
              .add(AnnotationValue.createNestedAnnotationValue("", annotation));
        } else {
          add(annotation);
        }
      } else if (!Form.isWithoutEffect(child.name())) {
        document.unread(UnreadElement.of(child));
      }
    }
    lists.forEach(
        (container, values) -> {
          replaced.add(container);
          add(
              AnnotationInstance.create(
                  container,
                  null,
                  List.of(
                      AnnotationValue.createArrayValue(
                          "value", values.toArray(AnnotationValue[]::new)))));
        });
  }

  /**
   * What holds in the end. Of an annotation that both have, the class's attributes stay where the
   * file does not say otherwise, as in Hibernate.
   *
   * @param declared the annotations in the bytecode
   */
  Collection<AnnotationInstance> over(Collection<AnnotationInstance> declared) {
    Map<DotName, AnnotationInstance> result = new LinkedHashMap<>();
    declared.stream()
        .filter(annotation -> !replaced.contains(annotation.name()))
        .forEach(annotation -> result.put(annotation.name(), annotation));
    annotations.forEach(
        (name, annotation) ->
            result.merge(name, annotation, (below, above) -> merged(above, below)));
    return List.copyOf(result.values());
  }

  private static AnnotationInstance merged(AnnotationInstance above, AnnotationInstance below) {
    List<AnnotationValue> values = new ArrayList<>(above.values());
    below.values().stream().filter(value -> above.value(value.name()) == null).forEach(values::add);
    return AnnotationInstance.create(above.name(), null, values);
  }
}
