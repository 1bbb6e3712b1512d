package dev.migrator.entity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;

/**
 * What Hibernate takes for the schema from {@code jakarta.validation}: constraints of the default
 * group, composed ones included.
 *
 * @see <a
 *     href="https://docs.hibernate.org/validator/9.0/reference/en-US/html_single/#validator-checkconstraints-orm">Hibernate
 *     Validator: database schema-level validation</a>
 */
final class Validation {

  private static final List<Constraint> NOT_NULL =
      Stream.of("NotNull", "NotEmpty", "NotBlank").map(Constraint::standard).toList();
  private static final Constraint SIZE = Constraint.standard("Size");
  private static final Constraint DIGITS = Constraint.standard("Digits");
  private static final Constraint MIN = Constraint.standard("Min");
  private static final Constraint MAX = Constraint.standard("Max");
  private static final Constraint LENGTH =
      Constraint.of("org.hibernate.validator.constraints.Length");
  private static final Constraint RANGE =
      Constraint.of("org.hibernate.validator.constraints.Range");
  private static final String DEFAULT_GROUP = "jakarta.validation.groups.Default";

  /** An annotation, and the one that holds several of it. */
  private record Constraint(DotName name, DotName container) {

    static Constraint of(String className) {
      return new Constraint(
          DotName.createSimple(className), DotName.createSimple(className + "$List"));
    }

    static Constraint standard(String simpleName) {
      return of("jakarta.validation.constraints." + simpleName);
    }
  }

  private static final DotName VALID = DotName.createSimple("jakarta.validation.Valid");

  private Validation() {}

  /**
   * A part of an embeddable with what holds there: constraints on it are heeded only where the
   * embeddable is marked {@code @Valid}, and it may be null unless the embeddable may not.
   */
  static Attribute within(Member embeddable, Attribute part) {
    boolean heeded = embeddable.both().has(VALID);
    boolean required = heeded && isNotNull(embeddable);
    return required
        ? part
        : new Attribute(
            part.member()
                .withConstraints(
                    part.member()
                        .both()
                        .where(name -> heeded ? !isNotNull(name) : !isConstraint(name))),
            part.kind(),
            part.parts().stream().map(inner -> within(embeddable, inner)).toList(),
            part.struct());
  }

  /** Those of some annotations that are constraints. */
  static Annotations constraints(Annotations annotations) {
    return annotations.where(Validation::isConstraint);
  }

  /** The member as if no constraint stood on it. */
  static Member without(Member member) {
    return member.withConstraints(member.both().where(name -> !isConstraint(name)));
  }

  private static boolean isNotNull(DotName name) {
    return NOT_NULL.stream().anyMatch(constraint -> constraint.name.equals(name));
  }

  private static boolean isConstraint(DotName name) {
    return name.toString().contains(".validation.")
        || name.toString().startsWith("org.hibernate.validator.");
  }

  static boolean isNotNull(Member member) {
    return NOT_NULL.stream().anyMatch(name -> find(member, name).isPresent());
  }

  /** The sizes with those that {@code @Size}, {@code @Length} and {@code @Digits} give. */
  static ColumnSize size(Member member, ColumnSize given) {
    Optional<Integer> length =
        member.type().name().toString().equals("java.lang.String")
            ? Stream.of(SIZE, LENGTH)
                .flatMap(name -> find(member, name).stream())
                .flatMap(found -> Values.number(found, "max").stream())
                .filter(max -> max < Integer.MAX_VALUE)
                .findFirst()
            : Optional.empty();
    Optional<AnnotationInstance> digits = find(member, DIGITS);
    int integer = digits.flatMap(found -> Values.number(found, "integer")).orElse(0);
    Optional<Integer> fraction = digits.flatMap(found -> Values.number(found, "fraction"));
    return new ColumnSize(
        length.or(given::length),
        fraction.map(places -> integer + places).or(given::precision),
        fraction.or(given::scale),
        given.secondPrecision(),
        given.elements());
  }

  /**
   * The conditions on a column that {@code @Min}, {@code @Max} and {@code @Range} make. Each that
   * stands on the member holds, however often it stands there.
   */
  static List<String> checks(Member member, String column) {
    Stream<Long> least =
        Stream.concat(
            all(member, MIN).flatMap(found -> Values.longNumber(found, "value").stream()),
            all(member, RANGE).map(found -> Values.longNumber(found, "min").orElse(0L)));
    Stream<Long> most =
        Stream.concat(
            all(member, MAX).flatMap(found -> Values.longNumber(found, "value").stream()),
            all(member, RANGE)
                .map(found -> Values.longNumber(found, "max").orElse(Long.MAX_VALUE)));
    return Stream.concat(
            least.map(value -> column + " >= " + value), most.map(value -> column + " <= " + value))
        .distinct()
        .toList();
  }

  private static Optional<AnnotationInstance> find(Member member, Constraint constraint) {
    return all(member, constraint).findFirst();
  }

  private static Stream<AnnotationInstance> all(Member member, Constraint constraint) {
    return member.both().findAll(constraint.name, constraint.container).stream()
        .filter(Validation::isInDefaultGroup);
  }

  private static boolean isInDefaultGroup(AnnotationInstance constraint) {
    List<String> groups = Values.classNames(constraint, "groups");
    return groups.isEmpty() || groups.contains(DEFAULT_GROUP);
  }
}
