package dev.migrator.revision.file;

import dev.migrator.operation.CreateDefinition;
import dev.migrator.operation.DropDefinition;
import dev.migrator.operation.DropDefinitionByName;
import dev.migrator.operation.Operation;
import dev.migrator.operation.ReplaceDefinition;
import dev.migrator.schema.Definition;
import dev.migrator.schema.Definition.Kind;
import dev.migrator.schema.Expression;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.Node;

/** How definitions are written in a file: their kind, their name and their SQL. */
final class DefinitionShape {

  static final Map<String, Function<YamlValue, Operation>> READERS = readers();

  private static final List<String> KINDS =
      Arrays.stream(Kind.values()).map(DefinitionShape::word).toList();

  private DefinitionShape() {}

  private static Map<String, Function<YamlValue, Operation>> readers() {
    Map<String, Function<YamlValue, Operation>> readers = new LinkedHashMap<>();
    readers.put("create_definition", DefinitionShape::readCreation);
    readers.put("replace_definition", DefinitionShape::readReplacement);
    readers.put("drop_definition", DefinitionShape::readDrop);
    return readers;
  }

  private static Operation readCreation(YamlValue value) {
    return new CreateDefinition(definition(value.map("kind", "name", "sql"), "sql"));
  }

  private static Operation readReplacement(YamlValue value) {
    YamlMap map = value.map("kind", "name", "from", "to");
    return new ReplaceDefinition(definition(map, "from"), definition(map, "to"));
  }

  private static Operation readDrop(YamlValue value) {
    YamlMap map = value.map("kind", "name", "sql", "if_exists");
    if (!map.has("sql")) {
      return new DropDefinitionByName(
          kind(map), map.required("name").text(), map.flag("if_exists"));
    }
    DropReader.refuseIfExists(map);
    return new DropDefinition(definition(map, "sql"));
  }

  private static Definition definition(YamlMap map, String sql) {
    Kind kind = kind(map);
    Expression text = ScalarCodec.expression(map.required(sql));
    return map.whole().convert(() -> new Definition(kind, map.required("name").text(), text));
  }

  private static Kind kind(YamlMap map) {
    YamlValue value = map.required("kind");
    return Arrays.stream(Kind.values())
        .filter(kind -> word(kind).equals(value.text()))
        .findFirst()
        .orElseThrow(() -> value.problem(YamlMap.unknown("kind", value.text(), KINDS)));
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  static Node write(Definition definition) {
    return named(definition.kind(), definition.identity())
        .put("sql", ScalarCodec.expression(definition.sql()))
        .node();
  }

  static Node write(ReplaceDefinition operation) {
    return named(operation.to().kind(), operation.to().identity())
        .put("from", ScalarCodec.expression(operation.from().sql()))
        .put("to", ScalarCodec.expression(operation.to().sql()))
        .node();
  }

  static Node write(DropDefinitionByName operation) {
    return named(operation.kind(), operation.identity())
        .putIf("if_exists", operation.ifExists())
        .node();
  }

  private static YamlNodes.Entries named(Kind kind, String identity) {
    return YamlNodes.map().put("kind", word(kind)).put("name", identity);
  }
}
