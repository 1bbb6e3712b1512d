package dev.migrator.entity;

import dev.migrator.problem.Nearest;
import dev.migrator.schema.SqlTokens;
import dev.migrator.schema.SqlTokens.Token;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;

/**
 * The SQL that models write out in annotations. It becomes a part of statements, so a text that
 * does not end by itself would take in what follows it, where nobody could tell whose it is.
 */
final class WrittenSql {

  /** Where any annotation has SQL. */
  private static final Set<String> ATTRIBUTES =
      Set.of("columnDefinition", "constraint", "constraints", "foreignKeyDefinition");

  /** Where some annotations have it besides. */
  private static final Map<DotName, Set<String>> OF_ANNOTATION =
      Map.of(
          Vocabulary.hibernate("ColumnDefault"),
          Set.of("value"),
          Vocabulary.hibernate("GeneratedColumn"),
          Set.of("value"),
          Vocabulary.SERVER_DEFAULT,
          Set.of("value", "postgresql", "sqlite"),
          Vocabulary.COLUMN_SPEC,
          Set.of("check"),
          Vocabulary.INDEXED,
          Set.of("where", "expression"));

  private WrittenSql() {}

  /**
   * Looks at what stands on a class or member.
   *
   * @throws ModelException if one of its texts is not complete in itself
   */
  static void check(String subject, Annotations annotations) {
    annotations.all().forEach(annotation -> check(subject, annotation));
  }

  private static void check(String subject, AnnotationInstance annotation) {
    for (AnnotationValue value : annotation.values()) {
      switch (value.kind()) {
        case STRING -> {
          if (isSql(annotation, value)) {
            check(subject, annotation, value);
          }
        }
        case NESTED -> check(subject, value.asNested());
        case ARRAY -> {
          if (value.componentKind() == AnnotationValue.Kind.NESTED) {
            for (AnnotationInstance nested : value.asNestedArray()) {
              check(subject, nested);
            }
          }
        }
        default -> {}
      }
    }
  }

  private static boolean isSql(AnnotationInstance annotation, AnnotationValue value) {
    return ATTRIBUTES.contains(value.name())
        || OF_ANNOTATION.getOrDefault(annotation.name(), Set.of()).contains(value.name());
  }

  private static void check(String subject, AnnotationInstance annotation, AnnotationValue value) {
    fault(value.asString())
        .or(() -> misspelt(value))
        .ifPresent(
            fault -> {
              throw new ModelException(
                  subject,
                  "the SQL of @%s(%s = \"%s\") cannot be: %s"
                      .formatted(
                          annotation.name().withoutPackagePrefix(),
                          value.name(),
                          value.asString(),
                          fault));
            });
  }

  private static Optional<String> fault(String sql) {
    // What is open at the end takes in what follows.
    List<Token> tokens = SqlTokens.of(sql + "\n;");
    Token end = tokens.get(tokens.size() - 1);
    if (end.start() <= sql.length()) {
      return Optional.of("a quote or comment is not closed.");
    }
    int depth = 0;
    for (int at = 0; at < tokens.size() - 1; at++) {
      Token token = tokens.get(at);
      depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
      if (depth < 0) {
        return Optional.of("it closes a parenthesis that is not open.");
      }
      if (token.isSymbol(";")) {
        return Optional.of("it has a semicolon, and is only a part of a statement.");
      }
      if (token.isWord("check")
          && tokens.get(at + 1).isSymbol("(")
          && tokens.get(at + 2).isSymbol(")")) {
        return Optional.of("the condition is empty.");
      }
    }
    return depth > 0 ? Optional.of("a parenthesis is not closed.") : Optional.empty();
  }

  /** A clause after a type that nearly is one would be taken for a part of the type. */
  private static Optional<String> misspelt(AnnotationValue value) {
    if (!value.name().equals("columnDefinition")) {
      return Optional.empty();
    }
    return SqlTokens.of(value.asString()).stream()
        .skip(1)
        .filter(token -> token.kind() == SqlTokens.Kind.WORD)
        .map(token -> token.text().toLowerCase(Locale.ROOT))
        .takeWhile(word -> !ColumnDefinition.CLAUSES.contains(word))
        .flatMap(
            word ->
                Nearest.to(word, ColumnDefinition.CLAUSES).stream()
                    .map(clause -> "'%s' is no clause. Did you mean '%s'?".formatted(word, clause)))
        .findFirst();
  }
}
