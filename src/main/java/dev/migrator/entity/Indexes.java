package dev.migrator.entity;

import dev.migrator.schema.Expression;
import dev.migrator.schema.Index;
import dev.migrator.schema.IndexKey;
import dev.migrator.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jspecify.annotations.Nullable;

/** Reads the indexes and unique constraints of a table once its columns are known. */
final class Indexes {

  private static final DotName INDEX = Vocabulary.jpa("Index");
  private static final Pattern CONDITION =
      Pattern.compile("where\\s+(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern KEY =
      Pattern.compile("(.*?)(?:\\s+(asc|desc))?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final Naming naming;

  Indexes(Naming naming) {
    this.naming = naming;
  }

  /** Adds those of {@code @Table} and those that stand on the entity. */
  void addTo(TableDraft table, String subject, Annotations annotations) {
    annotations.find(Vocabulary.TABLE).ifPresent(found -> addTo(table, subject, found));
    for (AnnotationInstance found : indexed(annotations)) {
      table.add(own(table, subject, found, List.of()));
    }
  }

  /** Adds those of an annotation that describes a table. */
  void addTo(TableDraft table, String subject, AnnotationInstance described) {
    Values.nestedAll(described, "uniqueConstraints")
        .forEach(found -> table.add(unique(table, subject, found)));
    Values.nestedAll(described, "indexes").forEach(found -> addStandard(table, subject, found));
  }

  /** Adds those that stand on a member, whose columns they index unless they name others. */
  void addTo(TableDraft table, Member member, List<String> columns) {
    for (AnnotationInstance found : indexed(member.annotations())) {
      table.add(own(table, member.subject(), found, columns));
    }
  }

  private static List<AnnotationInstance> indexed(Annotations annotations) {
    return annotations.findAll(Vocabulary.INDEXED, Vocabulary.INDEXED_LIST);
  }

  private UniqueConstraint unique(TableDraft table, String subject, AnnotationInstance found) {
    return new UniqueConstraint(
        name(found),
        Values.texts(found, "columnNames").stream()
            .map(column -> table.column(column, naming, subject))
            .toList());
  }

  /** A {@code jakarta.persistence.Index}; Hibernate makes a constraint of a unique one. */
  private void addStandard(TableDraft table, String subject, AnnotationInstance found) {
    List<IndexKey> keys = keys(table, subject, listed(found), "@Index has no columnList.");
    if (isConstraint(found)) {
      table.add(new UniqueConstraint(name(found), plainColumns(keys)));
    } else {
      table.add(
          new Index(
              name(found), keys, isUnique(found), condition(found), Optional.empty(), List.of()));
    }
  }

  /** Whether an annotation that describes a table gives it a unique constraint. */
  static boolean hasUniqueConstraint(AnnotationInstance described) {
    return !Values.nestedAll(described, "uniqueConstraints").isEmpty()
        || Values.nestedAll(described, "indexes").stream().anyMatch(Indexes::isConstraint);
  }

  private static boolean isConstraint(AnnotationInstance index) {
    List<IndexKey> keys =
        listed(index).stream().map(text -> key(text, UnaryOperator.identity())).toList();
    return isUnique(index)
        && plainColumns(keys).size() == keys.size()
        && condition(index).isEmpty();
  }

  private static boolean isUnique(AnnotationInstance index) {
    return Values.flag(index, "unique").orElse(false);
  }

  private static List<String> listed(AnnotationInstance index) {
    return split(Values.text(index, "columnList").orElse(""));
  }

  /** The condition in the {@code options} of an index, which is all that is read of them. */
  static Optional<Expression> condition(AnnotationInstance index) {
    return Values.text(index, "options")
        .filter(any -> index.name().equals(INDEX))
        .map(CONDITION::matcher)
        .filter(Matcher::matches)
        .map(matcher -> Expression.of(matcher.group(1)));
  }

  private static List<String> plainColumns(List<IndexKey> keys) {
    return keys.stream()
        .filter(key -> !key.descending())
        .filter(key -> key.part() instanceof IndexKey.OnColumn)
        .map(key -> ((IndexKey.OnColumn) key.part()).column())
        .toList();
  }

  private Index own(
      TableDraft table, String subject, AnnotationInstance found, List<String> columns) {
    Optional<Expression> expression = Values.text(found, "expression").map(Expression::of);
    List<String> named = Values.texts(found, "columns");
    List<IndexKey> keys =
        expression
            .map(text -> List.of(new IndexKey(new IndexKey.OnExpression(text), false)))
            .orElseGet(
                () ->
                    named.isEmpty() && !columns.isEmpty()
                        ? columns.stream().map(IndexKey::column).toList()
                        : keys(
                            table,
                            subject,
                            named,
                            "@Indexed needs columns or an expression here."));
    return new Index(
        name(found),
        keys,
        Values.flag(found, "unique").orElse(false),
        Values.text(found, "where").map(Expression::of),
        Values.text(found, "using"),
        Values.texts(found, "include").stream()
            .map(column -> table.column(column, naming, subject))
            .toList());
  }

  private static Optional<String> name(AnnotationInstance annotation) {
    return Values.text(annotation, "name").map(Naming::exact);
  }

  private List<IndexKey> keys(
      TableDraft table, String subject, List<String> texts, String complaint) {
    if (texts.isEmpty()) {
      throw new ModelException(subject, complaint);
    }
    return texts.stream().map(text -> key(text, c -> table.column(c, naming, subject))).toList();
  }

  private static IndexKey key(String text, UnaryOperator<String> column) {
    Matcher matcher = KEY.matcher(text.strip());
    matcher.matches();
    String part = matcher.group(1);
    boolean descending = "desc".equals(lower(matcher.group(2)));
    return part.startsWith("(") && part.endsWith(")")
        ? new IndexKey(
            new IndexKey.OnExpression(Expression.of(part.substring(1, part.length() - 1))),
            descending)
        : new IndexKey(new IndexKey.OnColumn(column.apply(part)), descending);
  }

  private static String lower(@Nullable String word) {
    return word == null ? "" : word.toLowerCase(Locale.ROOT);
  }

  /** The parts of a list at its commas, but for those within parentheses. */
  private static List<String> split(String list) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int at = 0; at < list.length(); at++) {
      char character = list.charAt(at);
      depth += character == '(' ? 1 : character == ')' ? -1 : 0;
      if (character == ',' && depth == 0) {
        parts.add(list.substring(start, at));
        start = at + 1;
      }
    }
    parts.add(list.substring(start));
    return parts.stream().map(String::strip).filter(part -> !part.isEmpty()).toList();
  }
}
