package dev.migrator.entity;

import dev.migrator.schema.Expression;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;

/**
 * SQL in Hibernate's annotations, of which {@code @DialectOverride} gives another text for one
 * database. An override for versions before some version is for older databases than any here.
 */
final class DialectTexts {

  private static final Map<String, String> DIALECTS =
      Map.of("PostgreSQLDialect", "postgresql", "SQLiteDialect", "sqlite");

  private DialectTexts() {}

  /**
   * The text of an annotation of Hibernate, for each database.
   *
   * @param simpleName the annotation: {@code ColumnDefault}
   * @param attribute where it has its text
   */
  static Optional<Expression> of(Annotations annotations, String simpleName, String attribute) {
    Optional<String> common =
        annotations
            .find(Vocabulary.hibernate(simpleName))
            .flatMap(found -> Values.text(found, attribute));
    Map<String, String> overridden = overrides(annotations, simpleName, attribute);
    if (overridden.isEmpty()) {
      return common.map(Expression::of);
    }
    common.ifPresent(text -> DIALECTS.values().forEach(name -> overridden.putIfAbsent(name, text)));
    return Optional.of(new Expression.PerDialect(overridden));
  }

  /** Whether the annotation is overridden for a database that is known. */
  static boolean areIn(Annotations annotations, String simpleName, String attribute) {
    return !overrides(annotations, simpleName, attribute).isEmpty();
  }

  /** The condition that all of these hold. */
  static Expression all(List<Expression> conditions) {
    if (conditions.size() == 1) {
      return conditions.get(0);
    }
    if (conditions.stream().allMatch(Expression.Portable.class::isInstance)) {
      return Expression.of(and(conditions, "postgresql"));
    }
    Map<String, String> texts = new TreeMap<>();
    DIALECTS.values().forEach(dialect -> texts.put(dialect, and(conditions, dialect)));
    return new Expression.PerDialect(texts);
  }

  private static String and(List<Expression> conditions, String dialect) {
    return conditions.stream()
        .flatMap(condition -> condition.sql(dialect).stream())
        .collect(Collectors.joining(") and (", "(", ")"));
  }

  private static Map<String, String> overrides(
      Annotations annotations, String simpleName, String attribute) {
    DotName name = Vocabulary.hibernate("DialectOverride$" + simpleName);
    DotName container = Vocabulary.hibernate("DialectOverride$" + simpleName + "s");
    Map<String, String> texts = new TreeMap<>();
    for (AnnotationInstance override : annotations.findAll(name, container)) {
      Optional<String> dialect =
          Values.className(override, "dialect")
              .map(found -> DIALECTS.get(found.withoutPackagePrefix()));
      Optional<String> text =
          Values.nested(override, "override").flatMap(found -> Values.text(found, attribute));
      if (dialect.isPresent() && text.isPresent() && Values.nested(override, "before").isEmpty()) {
        texts.put(dialect.get(), text.get());
      }
    }
    return texts;
  }
}
