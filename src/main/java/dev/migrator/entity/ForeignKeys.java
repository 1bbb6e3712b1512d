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

  /** The constraint of a member; empty where the model wants none. */
  static Optional<ForeignKey> of(
      Member member, QualifiedName target, List<String> columns, List<String> referenced) {
    List<AnnotationInstance> described = described(member);
    boolean unwanted =
        member.annotations().has(Vocabulary.HIBERNATE_NOT_FOUND)
            || described.stream()
                .flatMap(found -> Values.constant(found, "value").stream())
                .anyMatch("NO_CONSTRAINT"::equals);
    if (unwanted) {
      return Optional.empty();
    }
    String definition =
        described.stream()
            .flatMap(found -> Values.text(found, "foreignKeyDefinition").stream())
            .findFirst()
            .orElse("");
    return Optional.of(
        new ForeignKey(
            described.stream()
                .flatMap(found -> Values.text(found, "name").stream())
                .map(Naming::exact)
                .findFirst(),
            columns,
            target,
            referenced,
            onDelete(member).orElseGet(() -> action(definition, "delete")),
            action(definition, "update")));
  }

  /** What Hibernate's {@code @OnDelete} says. */
  static Optional<ForeignKeyAction> onDelete(Member member) {
    return member
        .annotations()
        .find(Vocabulary.HIBERNATE_ON_DELETE)
        .flatMap(found -> Values.constant(found, "action"))
        .map(ForeignKeyAction::valueOf);
  }

  /** The {@code @ForeignKey} of the join columns, and of the annotation around several. */
  private static List<AnnotationInstance> described(Member member) {
    Annotations annotations = member.annotations();
    return Stream.concat(
            annotations.find(Vocabulary.JOIN_COLUMNS).stream(),
            annotations.findAll(Vocabulary.JOIN_COLUMN, Vocabulary.JOIN_COLUMNS).stream())
        .flatMap(found -> Values.nested(found, "foreignKey").stream())
        .toList();
  }

  /** The action in a constraint that is written out as SQL. */
  private static ForeignKeyAction action(String definition, String event) {
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
