package dev.migrator.revision.file;

import dev.migrator.operation.TypeChange;
import dev.migrator.operation.Using;
import dev.migrator.schema.Expression;
import org.yaml.snakeyaml.nodes.Node;

/** How the change of a column's type stands in a file. */
final class TypeChangeShape {

  /** What stands in place of an expression that a person has to write. */
  static final String TO_DO = "TO DO";

  private TypeChangeShape() {}

  static TypeChange read(YamlValue value) {
    YamlMap map = value.map("from", "to", "using");
    return new TypeChange(
        ScalarCodec.type(map.required("from")),
        ScalarCodec.type(map.required("to")),
        map.optional("using").map(TypeChangeShape::using));
  }

  private static Using using(YamlValue value) {
    if (isToDo(value)) {
      return new Using.ToDo();
    }
    if (value.isMap()) {
      value.map().entries().values().stream()
          .filter(TypeChangeShape::isToDo)
          .forEach(
              text -> {
                throw text.problem(
                    "'%s' stands for every database: 'using: %s'. One for which no text is given converts by itself."
                        .formatted(TO_DO, TO_DO));
              });
    }
    return new Using.Sql(ScalarCodec.expression(value));
  }

  static boolean isToDo(YamlValue value) {
    return value.isScalar() && value.text().equals(TO_DO);
  }

  static Node write(TypeChange change) {
    return YamlNodes.map()
        .put("from", ScalarCodec.type(change.from()))
        .put("to", ScalarCodec.type(change.to()))
        .putIfPresent("using", change.using(), TypeChangeShape::write)
        .node();
  }

  private static Node write(Using using) {
    Expression expression =
        using instanceof Using.Sql sql ? sql.expression() : Expression.of(TO_DO);
    return ScalarCodec.expression(expression);
  }
}
