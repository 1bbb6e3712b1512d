package dev.migrator.entity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.Declaration;
import org.jboss.jandex.DotName;

/** What stands on a class or member, and on the reusable annotations that stand there. */
final class Annotations {

  /** Annotations of these are never reusable columns; their classes need not be searched. */
  private static final List<String> LIBRARIES =
      List.of("java.", "jakarta.", "javax.", "org.hibernate.", "org.jspecify.", "dev.migrator.");

  /** The nearest first: what stands on the member itself, then what its annotations carry. */
  private final Map<DotName, List<AnnotationInstance>> byName = new LinkedHashMap<>();

  private final List<AnnotationInstance> own;
  private final List<AnnotationInstance> reused;
  private final List<AnnotationInstance> ownSpecs;
  private final List<AnnotationInstance> reusedSpecs;

  private Annotations(Collection<AnnotationInstance> own, List<AnnotationInstance> reused) {
    this.own = List.copyOf(own);
    this.reused = List.copyOf(reused);
    own.forEach(this::add);
    ownSpecs = List.copyOf(all(Vocabulary.COLUMN_SPEC));
    reused.forEach(this::add);
    List<AnnotationInstance> specs = all(Vocabulary.COLUMN_SPEC);
    reusedSpecs = List.copyOf(specs.subList(ownSpecs.size(), specs.size()));
  }

  private void add(AnnotationInstance annotation) {
    byName.computeIfAbsent(annotation.name(), name -> new ArrayList<>(1)).add(annotation);
  }

  /** What stands on a class, field or method, with what stands on these annotations' types. */
  static Annotations of(Declaration declaration, Classes classes) {
    return of(classes.annotations(declaration), classes);
  }

  /** The annotations with those on their own types, which are looked up. */
  static Annotations of(Collection<AnnotationInstance> own, Classes classes) {
    List<AnnotationInstance> reused = new ArrayList<>();
    collect(own, classes, new HashSet<>(), reused);
    return new Annotations(own, reused);
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
                  into.addAll(classes.annotations(type));
                  collect(classes.annotations(type), classes, visited, into);
                });
      }
    }
  }

  /** Annotations that stand nowhere, but mean the same as others. */
  static Annotations of(List<AnnotationInstance> own) {
    return new Annotations(own, List.of());
  }

  /** These without some, and with others in their place. */
  Annotations replacing(Set<DotName> replaced, List<AnnotationInstance> by) {
    Predicate<AnnotationInstance> stays = found -> !replaced.contains(found.name());
    return new Annotations(
        Stream.concat(by.stream(), own.stream().filter(stays)).toList(),
        reused.stream().filter(stays).toList());
  }

  /** These, and others behind them. */
  Annotations and(Annotations others) {
    return new Annotations(
        Stream.concat(own.stream(), others.own.stream()).toList(),
        Stream.concat(reused.stream(), others.reused.stream()).toList());
  }

  /** Those whose names meet a condition. */
  Annotations where(Predicate<DotName> wanted) {
    Predicate<AnnotationInstance> stays = found -> wanted.test(found.name());
    return new Annotations(
        own.stream().filter(stays).toList(), reused.stream().filter(stays).toList());
  }

  /** All, those on the member itself first. */
  List<AnnotationInstance> all() {
    return Stream.concat(own.stream(), reused.stream()).toList();
  }

  private List<AnnotationInstance> all(DotName name) {
    return byName.getOrDefault(name, List.of());
  }

  boolean has(DotName name) {
    return byName.containsKey(name);
  }

  /** The nearest one: that on the member wins over that on a reusable annotation. */
  Optional<AnnotationInstance> find(DotName name) {
    List<AnnotationInstance> found = all(name);
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
  }

  /** All of a repeatable annotation, within its container or not. */
  List<AnnotationInstance> findAll(DotName name, DotName container) {
    List<AnnotationInstance> containers = all(container);
    if (containers.isEmpty()) {
      return List.copyOf(all(name));
    }
    List<AnnotationInstance> found = new ArrayList<>(all(name));
    containers.forEach(each -> found.addAll(Values.nestedAll(each, "value")));
    return List.copyOf(found);
  }

  /** The names of all, nearest first. */
  Set<DotName> names() {
    return byName.keySet();
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
    return first(ownSpecs, read).or(() -> jpa.flatMap(read)).or(() -> first(reusedSpecs, read));
  }

  private static <T> Optional<T> first(
      List<AnnotationInstance> annotations, Function<AnnotationInstance, Optional<T>> read) {
    for (AnnotationInstance annotation : annotations) {
      Optional<T> found = read.apply(annotation);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
