package dev.migrator.entity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;

/** What stands on a class or member, and on the reusable annotations that stand there. */
final class Annotations {

  /** Annotations of these are never reusable columns; their classes need not be searched. */
  private static final List<String> LIBRARIES =
      List.of("java.", "jakarta.", "javax.", "org.hibernate.", "org.jspecify.", "dev.migrator.");

  private final List<AnnotationInstance> own;
  private final List<AnnotationInstance> reused;

  private Annotations(List<AnnotationInstance> own, List<AnnotationInstance> reused) {
    this.own = own;
    this.reused = reused;
  }

  /** The annotations with those on their own types, which are looked up. */
  static Annotations of(Collection<AnnotationInstance> own, Classes classes) {
    List<AnnotationInstance> reused = new ArrayList<>();
    collect(own, classes, new HashSet<>(), reused);
    return new Annotations(List.copyOf(own), reused);
  }

  private static void collect(
      Collection<AnnotationInstance> annotations,
      Classes classes,
      Set<DotName> visited,
      List<AnnotationInstance> into) {
    for (AnnotationInstance annotation : annotations) {
      String name = annotation.name().toString();
      if (LIBRARIES.stream().noneMatch(name::startsWith) && visited.add(annotation.name())) {
        classes
            .find(annotation.name())
            .ifPresent(
                type -> {
                  into.addAll(type.declaredAnnotations());
                  collect(type.declaredAnnotations(), classes, visited, into);
                });
      }
    }
  }

  private Stream<AnnotationInstance> all() {
    return Stream.concat(own.stream(), reused.stream());
  }

  boolean has(DotName name) {
    return all().anyMatch(annotation -> annotation.name().equals(name));
  }

  /** The nearest one: that on the member wins over that on a reusable annotation. */
  Optional<AnnotationInstance> find(DotName name) {
    return all().filter(annotation -> annotation.name().equals(name)).findFirst();
  }

  /** All of a repeatable annotation, within its container or not. */
  List<AnnotationInstance> findAll(DotName name, DotName container) {
    return all()
        .flatMap(
            annotation ->
                annotation.name().equals(container)
                    ? Values.nestedAll(annotation, "value").stream()
                    : Stream.of(annotation).filter(single -> single.name().equals(name)))
        .toList();
  }

  /** The names of all, nearest first. */
  List<DotName> names() {
    return all().map(AnnotationInstance::name).toList();
  }

  /**
   * What the nearest description of the column says: the member's {@code @ColumnSpec}, its JPA
   * annotation, then the {@code @ColumnSpec} of its reusable annotations.
   *
   * @param jpa {@code @Column} or {@code @JoinColumn}, if the member has one
   * @param read takes the attribute out of one of them
   */
  <T> Optional<T> ofColumn(
      Optional<AnnotationInstance> jpa, Function<AnnotationInstance, Optional<T>> read) {
    return columnDescriptions(jpa).flatMap(found -> read.apply(found).stream()).findFirst();
  }

  private Stream<AnnotationInstance> columnDescriptions(Optional<AnnotationInstance> jpa) {
    return Stream.of(specs(own), jpa.stream(), specs(reused)).flatMap(Function.identity());
  }

  private static Stream<AnnotationInstance> specs(List<AnnotationInstance> annotations) {
    return annotations.stream().filter(a -> a.name().equals(Vocabulary.COLUMN_SPEC));
  }
}
