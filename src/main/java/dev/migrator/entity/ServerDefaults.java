package dev.migrator.entity;

import dev.migrator.schema.Expression;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.jandex.AnnotationInstance;

/** Reads what the database fills in: {@code @ServerDefault}, or Hibernate's own annotation. */
final class ServerDefaults {

  private ServerDefaults() {}

  static Optional<Expression> of(Member member) {
    Annotations annotations = member.annotations();
    return annotations
        .find(Vocabulary.SERVER_DEFAULT)
        .map(found -> own(member, found))
        .or(() -> DialectTexts.of(annotations, "ColumnDefault", "value"));
  }

  private static Expression own(Member member, AnnotationInstance annotation) {
    Map<String, String> texts = new TreeMap<>();
    for (String dialect : new String[] {"postgresql", "sqlite"}) {
      Values.text(annotation, dialect).ifPresent(sql -> texts.put(dialect, sql));
    }
    Optional<String> common = Values.text(annotation, "value");
    if (common.isPresent() == !texts.isEmpty()) {
      throw new ModelException(
          member.subject(),
          "@ServerDefault needs either one expression for all databases or one for each."
              + " A string is quoted as in SQL: \"''\" is the empty one.");
    }
    return common.map(Expression::of).orElseGet(() -> new Expression.PerDialect(texts));
  }
}
