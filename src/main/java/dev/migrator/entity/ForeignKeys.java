package dev.migrator.entity;

import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.ForeignKeyAction;
import dev.migrator.schema.QualifiedName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;

/** Reads what is said of an association's constraint: its name, its actions, or that it is none. */
final class ForeignKeys {

  private static final Pattern ACTION =
      Pattern.compile(
          "(?i)\\bon\\s+(delete|update)\\s+(cascade|restrict|set\\s+null|set\\s+default|no\\s+action)\\b");

  private ForeignKeys() {}

  /**
   * What is said of a constraint.
   *
   * @param annotations each {@code @ForeignKey}, the one that goes before the others first
   * @param onDelete what Hibernate's {@code @OnDelete} says
   * @param unwanted whether something else says that there is none
   */
  record Description(
      List<AnnotationInstance> annotations, Optional<ForeignKeyAction> onDelete, boolean unwanted) {

    Description {
      annotations = List.copyOf(annotations);
    }

    /**
     * Of the join columns that stand on a member: what a single one says, or what is said of
     * several together. What one of several says counts as little as in Hibernate.
     */
    static Description of(Member member) {
      Annotations annotations = member.annotations();
      return new Description(
          nested(
              annotations
                  .find(Vocabulary.JOIN_COLUMN)
                  .or(() -> annotations.find(Vocabulary.JOIN_COLUMNS))
                  .stream()),
          ForeignKeys.onDelete(annotations),
          annotations.has(Vocabulary.HIBERNATE_NOT_FOUND));
    }

    /** Of a class or a table that joins another by its key. */
    static Description of(Stream<AnnotationInstance> described, Annotations annotations) {
      return new Description(nested(described), ForeignKeys.onDelete(annotations), false);
    }

    private static List<AnnotationInstance> nested(Stream<AnnotationInstance> around) {
      return around.flatMap(found -> Values.nested(found, "foreignKey").stream()).toList();
    }

    /** The same with an annotation that goes before the others. */
    Description preceded(AnnotationInstance by) {
      return new Description(
          Stream.concat(Stream.of(by), annotations.stream()).toList(), onDelete, unwanted);
    }

    /** The same, but that there is no constraint under a condition. */
    Description unless(boolean condition) {
      return new Description(annotations, onDelete, unwanted || condition);
    }

    /** The constraint; empty where the model wants none. */
    Optional<ForeignKey> foreignKey(
        List<String> columns, QualifiedName target, List<String> referenced) {
      if (unwanted
          || annotations.stream()
              .flatMap(found -> Values.constant(found, "value").stream())
              .anyMatch("NO_CONSTRAINT"::equals)) {
        return Optional.empty();
      }
      String definition =
          annotations.stream()
              .flatMap(found -> Values.text(found, "foreignKeyDefinition").stream())
              .findFirst()
              .orElse("");
      return Optional.of(
          new ForeignKey(
              annotations.stream()
                  .flatMap(found -> Values.text(found, "name").stream())
                  .map(Naming::exact)
                  .findFirst(),
              columns,
              target,
              referenced,
              onDelete.orElseGet(() -> action(definition, "delete")),
              action(definition, "update")));
    }
  }

  /** What Hibernate's {@code @OnDelete} says. */
  static Optional<ForeignKeyAction> onDelete(Annotations annotations) {
    return annotations
        .find(Vocabulary.HIBERNATE_ON_DELETE)
        .flatMap(found -> Values.constant(found, "action"))
        .map(ForeignKeyAction::valueOf);
  }

  /** The action in a constraint that is written out as SQL. */
  static ForeignKeyAction action(String definition, String event) {
    Matcher matcher = ACTION.matcher(definition);
    while (matcher.find()) {
      if (matcher.group(1).equalsIgnoreCase(event)) {
        String words = matcher.group(2).toUpperCase(Locale.ROOT).replaceAll("\\s+", "_");
        return ForeignKeyAction.valueOf(words);
      }
    }
    return ForeignKeyAction.NO_ACTION;
  }
}
