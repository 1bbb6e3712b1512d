package dev.migrator.entity;

import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Expression;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;

/** Reads the conditions that a class or member writes out. */
final class Checks {

  private Checks() {}

  /**
   * Those of {@code @ColumnSpec}, of the JPA annotation and of Hibernate's {@code @Check}.
   *
   * @param jpa {@code @Table}, {@code @Column} or {@code @JoinColumn}
   */
  static List<CheckConstraint> of(Annotations annotations, Optional<AnnotationInstance> jpa) {
    Stream<CheckConstraint> spec =
        annotations
            .find(Vocabulary.COLUMN_SPEC)
            .flatMap(found -> Values.text(found, "check"))
            .map(condition -> check(Optional.empty(), condition))
            .stream();
    Stream<CheckConstraint> standard =
        jpa.stream()
            .flatMap(found -> Values.nestedAll(found, "check").stream())
            .flatMap(found -> written(found, "constraint"));
    Stream<CheckConstraint> hibernate =
        DialectTexts.areIn(annotations, "Check", "constraints")
            ? DialectTexts.of(annotations, "Check", "constraints").stream()
                .map(condition -> new CheckConstraint(Optional.empty(), condition))
            : annotations.findAll(Vocabulary.HIBERNATE_CHECK, Vocabulary.HIBERNATE_CHECKS).stream()
                .flatMap(found -> written(found, "constraints"));
    return Stream.of(spec, standard, hibernate).flatMap(Function.identity()).toList();
  }

  /** A condition that a column's numbers begin with one. */
  static CheckConstraint atLeast(String column, int first) {
    return check(Optional.empty(), SqlText.identifier(column) + ">=" + first);
  }

  /** The same with those that have no name in one constraint. */
  static List<CheckConstraint> joined(List<CheckConstraint> checks) {
    List<Expression> unnamed =
        checks.stream()
            .filter(check -> check.name().isEmpty())
            .map(CheckConstraint::expression)
            .distinct()
            .toList();
    Stream<CheckConstraint> named = checks.stream().filter(check -> check.name().isPresent());
    Stream<CheckConstraint> one =
        unnamed.isEmpty()
            ? Stream.empty()
            : Stream.of(new CheckConstraint(Optional.empty(), DialectTexts.all(unnamed)));
    return Stream.concat(one, named).toList();
  }

  private static Stream<CheckConstraint> written(AnnotationInstance annotation, String attribute) {
    return Values.text(annotation, attribute)
        .map(condition -> check(Values.text(annotation, "name").map(Naming::exact), condition))
        .stream();
  }

  private static CheckConstraint check(Optional<String> name, String condition) {
    return new CheckConstraint(name, Expression.of(condition));
  }
}
