package dev.migrator.revision.file;

import dev.migrator.operation.AddEnumValue;
import dev.migrator.operation.AlterEnum;
import dev.migrator.operation.CreateEnum;
import dev.migrator.operation.EnumAddition;
import dev.migrator.operation.IfMissing;
import dev.migrator.operation.Operation;
import dev.migrator.operation.RenameEnum;
import dev.migrator.operation.RenameEnumValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.Node;

/** How the operations on enumerations stand in a file. */
final class EnumShapes {

  private static final String IF_MISSING = "if_not_exists";

  private static final Shape<CreateEnum> CREATION =
      new Shape<>(
          TableShapes.ENUM.keys(),
          map -> new CreateEnum(TableShapes.ENUM.reader().apply(map)),
          (entries, creation) -> TableShapes.ENUM.write(entries, creation.type()));

  private static final Shape<AddEnumValue> VALUE =
      new Shape<>(
          List.of("name", "value", "values"),
          map ->
              new AddEnumValue(
                  ScalarCodec.name(map.required("name")),
                  map.required("value").text(),
                  map.required("values").texts()),
          (entries, addition) ->
              entries
                  .put("name", ScalarCodec.name(addition.name()))
                  .put("value", addition.value())
                  .put("values", addition.values()));

  static final Map<String, Function<YamlValue, Operation>> READERS = readers();

  private EnumShapes() {}

  private static Map<String, Function<YamlValue, Operation>> readers() {
    Map<String, Function<YamlValue, Operation>> readers = new LinkedHashMap<>();
    readers.put("create_enum", value -> addition(value, CREATION));
    readers.put("add_enum_value", value -> addition(value, VALUE));
    readers.put("rename_enum", EnumShapes::renameEnum);
    readers.put("rename_enum_value", EnumShapes::renameValue);
    readers.put("alter_enum", EnumShapes::alter);
    return readers;
  }

  private static Operation addition(YamlValue value, Shape<? extends EnumAddition> shape) {
    YamlMap map = value.map(shape.keysWith(IF_MISSING));
    EnumAddition addition = value.convert(() -> shape.reader().apply(map));
    return map.flag(IF_MISSING) ? new IfMissing(addition) : addition;
  }

  private static Operation renameEnum(YamlValue value) {
    YamlMap map = value.map("from", "to");
    return new RenameEnum(
        ScalarCodec.name(map.required("from")), ScalarCodec.name(map.required("to")));
  }

  private static Operation renameValue(YamlValue value) {
    YamlMap map = value.map("name", "from", "to");
    return new RenameEnumValue(
        ScalarCodec.name(map.required("name")),
        map.required("from").text(),
        map.required("to").text());
  }

  private static Operation alter(YamlValue value) {
    YamlMap map = value.map("name", "from", "to", "replace");
    Map<String, String> replace = new LinkedHashMap<>();
    map.optional("replace")
        .map(YamlValue::map)
        .ifPresent(given -> given.entries().forEach((from, to) -> replace.put(from, to.text())));
    return value.convert(
        () ->
            new AlterEnum(
                ScalarCodec.name(map.required("name")),
                map.required("from").texts(),
                map.required("to").texts(),
                replace));
  }

  /**
   * What brings something.
   *
   * @param ifMissing whether it does so only where that is missing
   */
  static Node write(EnumAddition addition, boolean ifMissing) {
    YamlNodes.Entries entries = YamlNodes.map();
    if (addition instanceof CreateEnum creation) {
      CREATION.write(entries, creation);
    } else if (addition instanceof AddEnumValue value) {
      VALUE.write(entries, value);
    }
    return entries.putIf(IF_MISSING, ifMissing).node();
  }

  /** The name of an operation that brings something. */
  static String name(EnumAddition addition) {
    return addition instanceof CreateEnum ? "create_enum" : "add_enum_value";
  }

  static Node write(AlterEnum operation) {
    YamlNodes.Entries entries =
        YamlNodes.map()
            .put("name", ScalarCodec.name(operation.name()))
            .put("from", operation.from())
            .put("to", operation.to());
    if (!operation.replace().isEmpty()) {
      YamlNodes.Entries replace = YamlNodes.map();
      operation.replace().forEach(replace::put);
      entries.put("replace", replace.node());
    }
    return entries.node();
  }
}
