package dev.migrator.entity;

import dev.migrator.entity.orm.Mappings;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;

/** Warns of what stands in annotations, shapes a schema, and is not read. */
final class UnreadParts {

  private static final Set<String> ATTRIBUTES = Set.of("options", "catalog");
  private static final String DEFINITION = "foreignKeyDefinition";
  private static final Pattern MORE_THAN_ACTIONS =
      Pattern.compile("(?i)\\b(deferrable|initially|match|not\\s+valid)\\b");

  /** What makes tables or columns that no reader knows, and what to say of it. */
  private static final Map<DotName, String> ANNOTATIONS =
      Map.of(
          DotName.createSimple("org.hibernate.envers.Audited"),
          "the tables of its history, and REVINFO with its sequence unless an entity is the @RevisionEntity,",
          Vocabulary.hibernate("Audited"),
          "the tables of its history",
          Vocabulary.hibernate("Changelog"),
          "the table of its changes",
          Vocabulary.hibernate("Temporal"),
          "the table of its history (or, where hibernate.temporal.table_strategy is single_table, the columns of its periods)",
          Vocabulary.hibernate("CollectionType"),
          "what its type makes of the table, which is read as one of a plain collection",
          Vocabulary.hibernate("AttributeBinderType"),
          "what its binder makes of the columns",
          Vocabulary.hibernate("TypeBinderType"),
          "what its binder makes of the table");

  /** The names of what a map holds. */
  private static final Predicate<String> OF_MAP =
      Pattern.compile("(key|value)\\..*").asMatchPredicate();

  private final Consumer<ModelWarning> warnings;

  UnreadParts(Consumer<ModelWarning> warnings) {
    this.warnings = warnings;
  }

  /** Warns of what stands on a member. */
  void warnOf(Member member) {
    warnOf(member.subject(), member.annotations());
    warnOfForeignKeys(member);
    warnOfOverrides(member);
    Level level = member.level();
    Optional.ofNullable(level.info().field(member.name())).stream()
        .flatMap(field -> field.annotations().stream())
        .filter(level::hides)
        .findFirst()
        .ifPresent(
            hidden ->
                warn(
                    member.subject(),
                    "@%s is not read, as Hibernate 7 does not, since getters are mapped where the record is used. Add @Access(AccessType.FIELD) to the record."
                        .formatted(hidden.name().withoutPackagePrefix())));
  }

  /** Each {@code <join-column>} of a mapping file is one of several, even if it is alone. */
  private void warnOfForeignKeys(Member member) {
    member.annotations().find(Vocabulary.JOIN_COLUMNS).stream()
        .flatMap(several -> Values.nestedAll(several, "value").stream())
        .flatMap(column -> Values.nested(column, "foreignKey").stream())
        .forEach(
            passedOver ->
                warn(
                    Values.text(passedOver, Mappings.LOCATION).orElse(member.subject()),
                    "the @ForeignKey of a @JoinColumn within @JoinColumns, which <join-column> stands for, is not read; Hibernate does not read it either. Put it on @JoinColumns."));
  }

  private void warnOfOverrides(Member member) {
    Annotations annotations = member.annotations();
    if (!annotations.has(Vocabulary.ELEMENT_COLLECTION)) {
      return;
    }
    boolean isMap = CollectionType.isMap(member.type());
    Stream.concat(
            annotations
                .findAll(Vocabulary.ATTRIBUTE_OVERRIDE, Vocabulary.ATTRIBUTE_OVERRIDES)
                .stream(),
            annotations
                .findAll(Vocabulary.ASSOCIATION_OVERRIDE, Vocabulary.ASSOCIATION_OVERRIDES)
                .stream())
        .filter(override -> isMap != Values.text(override, "name").filter(OF_MAP).isPresent())
        .forEach(
            passedOver ->
                warn(
                    Values.text(passedOver, Mappings.LOCATION).orElse(member.subject()),
                    "the override of '%s' is not read; Hibernate does not read it either. %s"
                        .formatted(
                            Values.text(passedOver, "name").orElse(""),
                            isMap
                                ? "Begin its name with 'value.' or 'key.', or give @Column or @MapKeyColumn where the map holds no embeddable."
                                : "Only what a map holds is called so: name it in an annotation without 'value.'.")));
  }

  /** Warns of what stands on a class or member. */
  void warnOf(String subject, Annotations annotations) {
    for (AnnotationInstance annotation : annotations.all()) {
      String unread = ANNOTATIONS.get(annotation.name());
      if (unread != null) {
        warn(
            subject,
            "@%s is not read: %s must be added by hand."
                .formatted(annotation.name().withoutPackagePrefix(), unread));
      }
      warnOf(subject, annotation);
    }
  }

  private void warnOf(String subject, AnnotationInstance annotation) {
    for (AnnotationValue value : annotation.values()) {
      switch (value.kind()) {
        case STRING -> warnOf(subject, annotation, value);
        case NESTED -> warnOf(subject, value.asNested());
        case ARRAY -> {
          if (value.componentKind() == AnnotationValue.Kind.NESTED) {
            for (AnnotationInstance nested : value.asNestedArray()) {
              warnOf(subject, nested);
            }
          }
        }
        default -> {}
      }
    }
  }

  private void warnOf(String around, AnnotationInstance annotation, AnnotationValue value) {
    String name = annotation.name().withoutPackagePrefix();
    String subject = Values.text(annotation, Mappings.LOCATION).orElse(around);
    if (ATTRIBUTES.contains(value.name())
        && !value.asString().isBlank()
        && Indexes.condition(annotation).isEmpty()) {
      warn(subject, "@%s(%s = …) is not read.".formatted(name, value.name()));
    } else if (value.name().equals("columnDefinition")
        && ColumnDefinition.isUnread(value.asString().strip())) {
      warn(
          subject,
          "of @%s(columnDefinition = \"%s\") more than a type is not read, and a column that is there differs from it always. Say with annotations what it says beside the type."
              .formatted(name, value.asString()));
    } else if (value.name().equals(DEFINITION)
        && MORE_THAN_ACTIONS.matcher(value.asString()).find()) {
      warn(
          subject,
          "of @%s(%s = …) only ON DELETE and ON UPDATE are read.".formatted(name, DEFINITION));
    }
  }

  private void warn(String subject, String sentence) {
    warnings.accept(new ModelWarning(subject, sentence));
  }
}
