package dev.migrator.revision.file;

import dev.migrator.operation.DropByName;
import dev.migrator.operation.DropCheck;
import dev.migrator.operation.DropColumn;
import dev.migrator.operation.DropComposite;
import dev.migrator.operation.DropDomain;
import dev.migrator.operation.DropEnum;
import dev.migrator.operation.DropExclusion;
import dev.migrator.operation.DropForeignKey;
import dev.migrator.operation.DropIndex;
import dev.migrator.operation.DropPrimaryKey;
import dev.migrator.operation.DropSchema;
import dev.migrator.operation.DropSequence;
import dev.migrator.operation.DropTable;
import dev.migrator.operation.DropUnique;
import dev.migrator.operation.Operation;
import dev.migrator.schema.QualifiedName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Reads drops. One that carries the definition of what it drops has an inverse; one by name alone,
 * perhaps with {@code if_exists}, has none.
 */
final class DropReader {

  private static final String IF_EXISTS = "if_exists";
  private static final Set<String> BY_NAME = Set.of("table", "name", IF_EXISTS);

  static final Map<String, Function<YamlValue, Operation>> READERS = readers();

  private DropReader() {}

  private static Map<String, Function<YamlValue, Operation>> readers() {
    Map<String, Function<YamlValue, Operation>> readers = new LinkedHashMap<>();
    readers.put("drop_schema", DropReader::schema);
    readers.put("drop_enum", alone(DropByName.Kind.ENUM, TableShapes.ENUM, DropEnum::new));
    readers.put(
        "drop_composite",
        alone(DropByName.Kind.COMPOSITE, TableShapes.COMPOSITE, DropComposite::new));
    readers.put("drop_domain", alone(DropByName.Kind.DOMAIN, DomainShape.DOMAIN, DropDomain::new));
    readers.put(
        "drop_sequence",
        alone(DropByName.Kind.SEQUENCE, SequenceShape.SEQUENCE, DropSequence::new));
    readers.put("drop_table", alone(DropByName.Kind.TABLE, TableShapes.TABLE, DropTable::new));
    readers.put("drop_column", DropReader::column);
    readers.put(
        "drop_primary_key",
        onTable(DropByName.Kind.PRIMARY_KEY, ConstraintShapes.PRIMARY_KEY, DropPrimaryKey::new));
    readers.put(
        "drop_unique", onTable(DropByName.Kind.UNIQUE, ConstraintShapes.UNIQUE, DropUnique::new));
    readers.put(
        "drop_check", onTable(DropByName.Kind.CHECK, ConstraintShapes.CHECK, DropCheck::new));
    readers.put(
        "drop_exclusion",
        onTable(DropByName.Kind.EXCLUSION, ConstraintShapes.EXCLUSION, DropExclusion::new));
    readers.put(
        "drop_foreign_key",
        onTable(DropByName.Kind.FOREIGN_KEY, ConstraintShapes.FOREIGN_KEY, DropForeignKey::new));
    readers.put("drop_index", onTable(DropByName.Kind.INDEX, IndexShape.INDEX, DropIndex::new));
    return readers;
  }

  /** A schema's name is its whole definition; a bare name is a drop by name here, too. */
  private static Operation schema(YamlValue value) {
    if (value.isMap() && !value.map("name", IF_EXISTS).has(IF_EXISTS)) {
      return new DropSchema(OperationReader.namespace(value));
    }
    return byName(DropByName.Kind.SCHEMA, value, name -> QualifiedName.of(name.text()));
  }

  private static <T> Function<YamlValue, Operation> alone(
      DropByName.Kind kind, Shape<T> shape, Function<T, Operation> whole) {
    return value -> {
      if (!value.isMap() || isByName(value.map(shape.keysWith(IF_EXISTS)))) {
        return byName(kind, value, ScalarCodec::name);
      }
      refuseIfExists(value.map(shape.keysWith(IF_EXISTS)));
      return whole.apply(shape.read(value));
    };
  }

  private static Operation byName(
      DropByName.Kind kind, YamlValue value, Function<YamlValue, QualifiedName> name) {
    if (!value.isMap()) {
      return new DropByName(kind, Optional.empty(), name.apply(value), false);
    }
    YamlMap map = value.map("name", IF_EXISTS);
    return new DropByName(
        kind, Optional.empty(), name.apply(map.required("name")), map.flag(IF_EXISTS));
  }

  private static <T> Function<YamlValue, Operation> onTable(
      DropByName.Kind kind, Shape<T> shape, BiFunction<QualifiedName, T, Operation> whole) {
    return value -> {
      YamlMap map = value.map(shape.keysWith("table", IF_EXISTS));
      QualifiedName table = OperationReader.table(map);
      if (isByName(map)) {
        return byName(kind, table, map.required("name"), map);
      }
      refuseIfExists(map);
      return whole.apply(table, shape.reader().apply(map));
    };
  }

  private static Operation column(YamlValue value) {
    YamlMap map = value.map("table", "column", IF_EXISTS);
    QualifiedName table = OperationReader.table(map);
    YamlValue column = map.required("column");
    if (column.isMap()) {
      refuseIfExists(map);
      return new DropColumn(table, TableShapes.COLUMN.read(column));
    }
    return byName(DropByName.Kind.COLUMN, table, column, map);
  }

  private static Operation byName(
      DropByName.Kind kind, QualifiedName table, YamlValue name, YamlMap map) {
    return new DropByName(
        kind, Optional.of(table), QualifiedName.of(name.text()), map.flag(IF_EXISTS));
  }

  private static boolean isByName(YamlMap map) {
    return BY_NAME.containsAll(List.copyOf(map.entries().keySet()));
  }

  static void refuseIfExists(YamlMap map) {
    if (map.has(IF_EXISTS)) {
      throw map.required(IF_EXISTS)
          .problem(
              "'if_exists' goes with a name alone. Remove it, or what is said of the thing besides.");
    }
  }
}
