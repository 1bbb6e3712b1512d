package dev.migrator.entity;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.RecordComponentInfo;

/**
 * The order in which Hibernate has the attributes of a key: by their names, but those of a record
 * in the order of its components, if each of them is one.
 */
final class KeyOrder {

  private KeyOrder() {}

  /**
   * Attributes in this order.
   *
   * @param holder the class that has them
   */
  static List<Attribute> of(List<Attribute> attributes, Optional<ClassInfo> holder) {
    List<String> components = holder.map(KeyOrder::components).orElse(List.of());
    Set<String> names = attributes.stream().map(Attribute::name).collect(Collectors.toSet());
    return attributes.stream()
        .sorted(
            names.equals(new HashSet<>(components))
                ? Comparator.comparingInt(attribute -> components.indexOf(attribute.name()))
                : Comparator.comparing(Attribute::name))
        .toList();
  }

  private static List<String> components(ClassInfo holder) {
    return holder.isRecord()
        ? holder.recordComponentsInDeclarationOrder().stream()
            .map(RecordComponentInfo::name)
            .toList()
        : List.of();
  }

  /** The parts of an embeddable in this order. */
  static Stream<Attribute> parts(Attribute embedded) {
    List<Attribute> parts = embedded.parts();
    return of(parts, parts.stream().findFirst().map(part -> part.member().declaring())).stream();
  }

  /** An attribute, or the parts of its parts in this order where it has any. */
  static Stream<Attribute> leaves(Attribute attribute) {
    return attribute.kind() == Attribute.Kind.EMBEDDED
        ? parts(attribute).flatMap(KeyOrder::leaves)
        : Stream.of(attribute);
  }
}
