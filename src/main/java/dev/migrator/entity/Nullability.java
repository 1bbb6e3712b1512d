package dev.migrator.entity;

import java.util.Optional;
import java.util.Set;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;

/** Decides whether a member's column takes NULL. */
final class Nullability {

  private static final Set<DotName> NEVER_NULL =
      Set.of(
          Vocabulary.VERSION,
          Vocabulary.hibernate("TenantId"),
          Vocabulary.hibernate("PartitionKey"));

  private final Set<NullabilityRule> rules;
  private final Nullness nullness;

  Nullability(Set<NullabilityRule> rules, Nullness nullness) {
    this.rules = rules;
    this.nullness = nullness;
  }

  /**
   * Whether a column takes NULL. A {@code @ColumnSpec} has the last word; else any rule that says
   * not null is heeded, but JSpecify's does not overrule a {@code nullable = true} that is written.
   *
   * @param column the member's {@code @Column} or {@code @JoinColumn}
   * @param mapping the annotation that says {@code optional}: {@code @Basic}, {@code @ManyToOne}
   */
  boolean isNullable(Member member, Optional<AnnotationInstance> column, DotName mapping) {
    if (member.isKey() || NEVER_NULL.stream().anyMatch(member.annotations()::has)) {
      return false;
    }
    boolean jpa = rules.contains(NullabilityRule.JPA);
    Optional<AnnotationInstance> heeded = column.filter(any -> jpa);
    Optional<Boolean> spec = member.annotations().ofColumn(heeded, Nullability::specNullable);
    if (spec.isPresent()) {
      return spec.get();
    }
    Optional<Boolean> written = heeded.flatMap(found -> Values.flag(found, "nullable"));
    boolean notNull =
        written.filter(nullable -> !nullable).isPresent()
            || (jpa && isRequired(member, column, mapping))
            || (rules.contains(NullabilityRule.VALIDATION) && Validation.isNotNull(member))
            || (rules.contains(NullabilityRule.JSPECIFY)
                && written.isEmpty()
                && nullness.isNonNull(member));
    return !notNull;
  }

  /** Whether the column itself is said not to take NULL, by no more than its own annotation. */
  static boolean isWrittenNotNull(Member member, Optional<AnnotationInstance> column) {
    return column.flatMap(ColumnDefinition::of).filter(ColumnDefinition::notNull).isPresent()
        || member
            .annotations()
            .ofColumn(column, found -> Values.flag(found, "nullable"))
            .filter(nullable -> !nullable)
            .isPresent();
  }

  /**
   * Whether JPA requires a value, whatever stands on the column. A primitive one within an
   * embeddable is not required, since the embeddable may be null as a whole.
   */
  static boolean isRequired(Member member, Optional<AnnotationInstance> column, DotName mapping) {
    boolean embedded = member.level().embedded() && !member.annotations().has(Vocabulary.BASIC);
    return isMandatory(member, mapping) || (member.isPrimitive() && column.isEmpty() && !embedded);
  }

  private static Optional<Boolean> specNullable(AnnotationInstance annotation) {
    return annotation.name().equals(Vocabulary.COLUMN_SPEC)
        ? Values.flag(annotation, "nullable")
        : Optional.empty();
  }

  private static boolean isMandatory(Member member, DotName mapping) {
    return member
        .annotations()
        .find(mapping)
        .flatMap(found -> Values.flag(found, "optional"))
        .filter(optional -> !optional)
        .isPresent();
  }
}
