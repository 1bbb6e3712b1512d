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

  private static final List<DotName> NOT_NULL =
      Stream.of("NotNull", "NotEmpty", "NotBlank").map(Vocabulary::validation).toList();
  private static final DotName SIZE = Vocabulary.validation("Size");
  private static final DotName DIGITS = Vocabulary.validation("Digits");
  private static final DotName MIN = Vocabulary.validation("Min");
  private static final DotName MAX = Vocabulary.validation("Max");
  private static final DotName LENGTH =
      DotName.createSimple("org.hibernate.validator.constraints.Length");
  private static final String DEFAULT_GROUP = "jakarta.validation.groups.Default";

  private Validation() {}

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
        given.secondPrecision());
  }

  /** The conditions on a column that {@code @Min} and {@code @Max} make. */
  static List<String> checks(Member member, String column) {
    return Stream.concat(
            find(member, MIN)
                .flatMap(found -> Values.longNumber(found, "value"))
                .map(value -> column + " >= " + value)
                .stream(),
            find(member, MAX)
                .flatMap(found -> Values.longNumber(found, "value"))
                .map(value -> column + " <= " + value)
                .stream())
        .toList();
  }

  private static Optional<AnnotationInstance> find(Member member, DotName name) {
    DotName container = DotName.createSimple(name + "$List");
    return member.both().findAll(name, container).stream()
        .filter(Validation::isInDefaultGroup)
        .findFirst();
  }

  private static boolean isInDefaultGroup(AnnotationInstance constraint) {
    List<String> groups = Values.classNames(constraint, "groups");
    return groups.isEmpty() || groups.contains(DEFAULT_GROUP);
  }
}
