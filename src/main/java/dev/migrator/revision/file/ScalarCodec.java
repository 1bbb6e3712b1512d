package dev.migrator.revision.file;

import dev.migrator.problem.Nearest;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Expression;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.TypeSpelling;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/** Reads and writes names, types, expressions and the words of the file format. */
final class ScalarCodec {

  /** The databases for which an expression may have a text of its own. */
  static final List<String> DIALECTS = List.of("postgresql", "sqlite");

  private ScalarCodec() {}

  static QualifiedName name(YamlValue value) {
    return value.convert(() -> QualifiedName.parse(value.text()));
  }

  static Node name(QualifiedName name) {
    return YamlNodes.text(name.spelling());
  }

  static ColumnType type(YamlValue value) {
    return value.convert(() -> TypeSpelling.parse(value.text()));
  }

  static Node type(ColumnType type) {
    return YamlNodes.text(type.spelling());
  }

  static Node bool(boolean value) {
    return YamlNodes.word(String.valueOf(value));
  }

  static Node number(long value) {
    return YamlNodes.word(String.valueOf(value));
  }

  static Optional<Long> optionalNumber(YamlValue value) {
    return value.isNull() ? Optional.empty() : Optional.of(value.number());
  }

  static Node optionalNumber(Optional<Long> number) {
    return number.<Node>map(ScalarCodec::number).orElseGet(YamlNodes::nothing);
  }

  static Expression expression(YamlValue value) {
    if (!value.isMap()) {
      return value.convert(() -> Expression.of(value.text()));
    }
    return perDialect(value.map(DIALECTS));
  }

  /** A text for each of the databases that the map names. */
  static Expression perDialect(YamlMap map) {
    Map<String, String> texts = new LinkedHashMap<>();
    map.entries().forEach((dialect, text) -> texts.put(dialect, text.text()));
    return map.whole().convert(() -> new Expression.PerDialect(texts));
  }

  static Node expression(Expression expression) {
    if (expression instanceof Expression.PerDialect perDialect) {
      YamlNodes.Entries entries = YamlNodes.map();
      perDialect.texts().forEach(entries::put);
      return entries.node();
    }
    return YamlNodes.text(((Expression.Portable) expression).text());
  }

  static Optional<Expression> optionalExpression(YamlValue value) {
    return value.isNull() ? Optional.empty() : Optional.of(expression(value));
  }

  static Node optionalExpression(Optional<Expression> expression) {
    return expression.map(ScalarCodec::expression).orElseGet(YamlNodes::nothing);
  }

  static Optional<String> optionalText(YamlValue value) {
    return value.isNull() ? Optional.empty() : Optional.of(value.text());
  }

  static Node optionalText(Optional<String> text) {
    return text.<Node>map(YamlNodes::text).orElseGet(YamlNodes::nothing);
  }

  /** A constant by its name in lower case. */
  static <E extends Enum<E>> E word(YamlValue value, E[] constants) {
    String text = value.text();
    List<String> known = Arrays.stream(constants).map(ScalarCodec::spelling).toList();
    int index = known.indexOf(text);
    if (index < 0) {
      throw value.problem(
          "%s is '%s'%s Known are %s."
              .formatted(
                  value.name(),
                  text,
                  Nearest.to(text, known).map(near -> ". Did you mean '" + near + "'?").orElse("."),
                  String.join(", ", known)));
    }
    return constants[index];
  }

  static Node word(Enum<?> constant) {
    return YamlNodes.text(spelling(constant));
  }

  private static String spelling(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
