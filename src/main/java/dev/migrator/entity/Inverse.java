package dev.migrator.entity;

import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;

/** The side of an association that has no column: {@code mappedBy}. */
final class Inverse {

  private Inverse() {}

  /** The attribute that maps a member's association, if the member leaves it to the other side. */
  static Optional<String> mappedBy(Member member) {
    return mapping(member).flatMap(found -> Values.text(found, "mappedBy"));
  }

  /** The annotation of an association that may be left to the other side. */
  static Optional<AnnotationInstance> mapping(Member member) {
    return Stream.of(Vocabulary.ONE_TO_ONE, Vocabulary.ONE_TO_MANY, Vocabulary.MANY_TO_MANY)
        .flatMap(name -> member.annotations().find(name).stream())
        .findFirst();
  }

  static boolean isCollection(Member member) {
    return !member.annotations().has(Vocabulary.ONE_TO_ONE);
  }
}
