package dev.migrator.entity;

import dev.migrator.entity.orm.Mappings;
import dev.migrator.problem.Nearest;
import java.util.HashMap;
import java.util.List;
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

  /** What has the columns that those of positions and keys stand beside. */
  private static final Set<DotName> COLLECTIONS =
      Set.of(
          Vocabulary.ELEMENT_COLLECTION,
          Vocabulary.ONE_TO_MANY,
          Vocabulary.MANY_TO_MANY,
          Vocabulary.HIBERNATE_MANY_TO_ANY);

  private static final List<DotName> OF_COLLECTIONS =
      List.of(Vocabulary.ORDER_COLUMN, Vocabulary.MAP_KEY_COLUMN);

  private final Consumer<ModelWarning> warnings;

  UnreadParts(Consumer<ModelWarning> warnings) {
    this.warnings = warnings;
  }

  /** Warns of what stands on a member. */
  void warnOf(Member member) {
    warnOf(member.subject(), member.annotations());
    warnOfForeignKeys(member);
    warnOfOverrides(member);
    warnOfCollectionColumns(member);
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
    overrides(annotations)
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

  private static Stream<AnnotationInstance> overrides(Annotations annotations) {
    return Stream.concat(
        annotations.findAll(Vocabulary.ATTRIBUTE_OVERRIDE, Vocabulary.ATTRIBUTE_OVERRIDES).stream(),
        annotations
            .findAll(Vocabulary.ASSOCIATION_OVERRIDE, Vocabulary.ASSOCIATION_OVERRIDES)
            .stream());
  }

  /** Warns of overrides on attributes that are embedded, and within them, of what is not there. */
  void warnOfOverrides(List<Attribute> attributes) {
    for (Attribute attribute : attributes) {
      if (attribute.kind() == Attribute.Kind.EMBEDDED) {
        Member member = attribute.member();
        warnOfOverrides(member.subject(), member.annotations(), attribute.parts());
        warnOfOverrides(attribute.parts());
      }
    }
  }

  /**
   * Warns of overrides of what is not there.
   *
   * @param attributes what they may name
   */
  void warnOfOverrides(String subject, Annotations annotations, List<Attribute> attributes) {
    overrides(annotations)
        .forEach(
            override -> {
              String path = Values.text(override, "name").orElse("");
              if (!isThere(List.of(path.split("\\.")), attributes)) {
                warn(
                    Values.text(override, Mappings.LOCATION).orElse(subject),
                    "the override of '%s' is not read: there is no such attribute.%s"
                        .formatted(path, advice(path, attributes)));
              }
            });
  }

  private static String advice(String path, List<Attribute> attributes) {
    List<String> names = attributes.stream().map(Attribute::name).toList();
    return Nearest.to(path, names)
        .map(near -> " Did you mean '" + near + "'?")
        .orElseGet(() -> " There are " + names + ".");
  }

  /** Whether there is an attribute under a path, or may be: what a collection holds is no part. */
  private static boolean isThere(List<String> path, List<Attribute> attributes) {
    return attributes.stream()
        .filter(attribute -> attribute.name().equals(path.get(0)))
        .findFirst()
        .filter(
            attribute ->
                path.size() == 1
                    || attribute.kind() != Attribute.Kind.EMBEDDED
                    || isThere(path.subList(1, path.size()), attribute.parts()))
        .isPresent();
  }

  private void warnOfCollectionColumns(Member member) {
    Annotations annotations = member.annotations();
    if (COLLECTIONS.stream().noneMatch(annotations::has)) {
      OF_COLLECTIONS.stream()
          .filter(annotations::has)
          .forEach(
              name ->
                  warn(
                      member.subject(),
                      "@%s is not read: the member is no collection with a table. Add @ElementCollection or an association, or remove it."
                          .formatted(name.withoutPackagePrefix())));
    }
  }

  /** Warns of entities that have one name. */
  void warnOfNames(List<EntityType> entities) {
    Map<String, EntityType> byName = new HashMap<>();
    for (EntityType entity : entities) {
      EntityType other = byName.putIfAbsent(entity.name(), entity);
      if (other != null) {
        warn(
            entity.subject(),
            "the entity is called %s, and so is %s; Hibernate does not start with both in one persistence unit. Give one another name: @Entity(name = …)."
                .formatted(entity.name(), other.subject()));
      }
    }
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
        case INTEGER -> warnOfLength(subject, annotation, value);
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

  private void warnOfLength(String around, AnnotationInstance annotation, AnnotationValue value) {
    if (annotation.name().toString().startsWith("jakarta.persistence.")
        && value.name().equals("length")
        && value.asInt() < 0) {
      warn(
          Values.text(annotation, Mappings.LOCATION).orElse(around),
          "@%s(length = %d) is no length. Correct it, or leave it out."
              .formatted(annotation.name().withoutPackagePrefix(), value.asInt()));
    }
  }

  private void warnOf(String around, AnnotationInstance annotation, AnnotationValue value) {
    String name = annotation.name().withoutPackagePrefix();
    String subject = Values.text(annotation, Mappings.LOCATION).orElse(around);
    if (ATTRIBUTES.contains(value.name())
        && !value.asString().isBlank()
        && Indexes.condition(annotation).isEmpty()) {
      warn(subject, "@%s(%s = …) is not read.".formatted(name, value.name()));
    } else if (value.name().equals("columnDefinition")) {
      warnOfDefinition(subject, name, value.asString().strip());
    } else if (value.name().equals(DEFINITION)
        && MORE_THAN_ACTIONS.matcher(value.asString()).find()) {
      warn(
          subject,
          "of @%s(%s = …) only ON DELETE and ON UPDATE are read.".formatted(name, DEFINITION));
    }
  }

  private void warnOfDefinition(String subject, String name, String sql) {
    if (!sql.isEmpty() && !ColumnDefinition.hasType(sql)) {
      warn(
          subject,
          "@%s(columnDefinition = \"%s\") begins with no type, so it is not read, and a column that is there differs from it always. Begin it with the type, or say with annotations what it says."
              .formatted(name, sql));
    }
    for (String unread : ColumnDefinition.unread(sql)) {
      warn(
          subject,
          "of @%s(columnDefinition = \"%s\") '%s' is not read: it is neither made nor compared. Say it with annotations, or add it to the revision by hand."
              .formatted(name, sql, unread));
    }
  }

  private void warn(String subject, String sentence) {
    warnings.accept(new ModelWarning(subject, sentence));
  }
}
