package dev.migrator.revision.file;

import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnOptions;
import dev.migrator.schema.CompositeType;
import dev.migrator.schema.CompositeType.Attribute;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.Generated;
import dev.migrator.schema.Table;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/** How tables, what stands on them, and enumerations are written in a file. */
final class TableShapes {

  static final Shape<EnumType> ENUM =
      new Shape<>(
          List.of("name", "values"),
          map ->
              new EnumType(ScalarCodec.name(map.required("name")), map.required("values").texts()),
          (entries, type) ->
              entries.put("name", ScalarCodec.name(type.name())).put("values", type.values()));

  static final Shape<Attribute> ATTRIBUTE =
      new Shape<>(
          List.of("name", "type", "collation"),
          map ->
              new Attribute(
                  map.required("name").text(),
                  ScalarCodec.type(map.required("type")),
                  map.text("collation")),
          (entries, attribute) ->
              entries
                  .put("name", attribute.name())
                  .put("type", ScalarCodec.type(attribute.type()))
                  .putIfPresent("collation", attribute.collation()));

  static final Shape<CompositeType> COMPOSITE =
      new Shape<>(
          List.of("name", "attributes"),
          map ->
              new CompositeType(
                  ScalarCodec.name(map.required("name")),
                  map.required("attributes").list(ATTRIBUTE::read)),
          (entries, type) ->
              entries
                  .put("name", ScalarCodec.name(type.name()))
                  .put("attributes", attributes(type.attributes())));

  private static final Shape<Generated> GENERATED =
      new Shape<>(
          List.of("expression", "stored"),
          map ->
              new Generated(ScalarCodec.expression(map.required("expression")), map.flag("stored")),
          (entries, generated) ->
              entries
                  .put("expression", ScalarCodec.expression(generated.expression()))
                  .putIf("stored", generated.stored()));

  static final Shape<Column> COLUMN =
      new Shape<>(
          List.of(
              "name",
              "type",
              "collation",
              "nullable",
              "default",
              "identity",
              "generated",
              "comment",
              "options"),
          TableShapes::readColumn,
          TableShapes::writeColumn);

  static final Shape<Table> TABLE =
      new Shape<>(
          OptionShapes.TABLE.keysWith(
              "name",
              "columns",
              "primary_key",
              "unique_constraints",
              "foreign_keys",
              "checks",
              "exclusions",
              "indexes",
              "comment"),
          TableShapes::readTable,
          TableShapes::writeTable);

  private TableShapes() {}

  static Node attributes(List<Attribute> attributes) {
    return YamlNodes.list(attributes.stream().map(ATTRIBUTE::write).toList());
  }

  private static Column readColumn(YamlMap map) {
    return Column.of(
            map.required("name").text(),
            ScalarCodec.type(map.required("type")),
            map.optional("nullable").map(YamlValue::bool).orElse(true))
        .withCollation(map.text("collation"))
        .withDefault(map.optional("default").map(ScalarCodec::expression))
        .withIdentity(map.optional("identity").map(SequenceShape::identity))
        .withGenerated(map.optional("generated").map(GENERATED::read))
        .withComment(map.text("comment"))
        .withOptions(
            map.optional("options").map(OptionShapes.COLUMN::read).orElse(ColumnOptions.NONE));
  }

  private static void writeColumn(YamlNodes.Entries entries, Column column) {
    entries
        .put("name", column.name())
        .put("type", ScalarCodec.type(column.type()))
        .putIfPresent("collation", column.collation());
    if (!column.nullable()) {
      entries.put("nullable", ScalarCodec.bool(false));
    }
    entries
        .putIfPresent("default", column.defaultValue(), ScalarCodec::expression)
        .putIfPresent("identity", column.identity(), SequenceShape::identity)
        .putIfPresent("generated", column.generated(), GENERATED::write)
        .putIfPresent("comment", column.comment());
    if (!column.options().equals(ColumnOptions.NONE)) {
      entries.put("options", OptionShapes.COLUMN.write(column.options()));
    }
  }

  static Optional<Generated> optionalGenerated(YamlValue value) {
    return value.isNull() ? Optional.empty() : Optional.of(GENERATED.read(value));
  }

  static Node optionalGenerated(Optional<Generated> generated) {
    return generated.map(GENERATED::write).orElseGet(YamlNodes::nothing);
  }

  private static Table readTable(YamlMap map) {
    return Table.of(
            ScalarCodec.name(map.required("name")), map.required("columns").list(COLUMN::read))
        .withPrimaryKey(map.optional("primary_key").map(ConstraintShapes.PRIMARY_KEY::read))
        .withUniques(map.list("unique_constraints", ConstraintShapes.UNIQUE::read))
        .withForeignKeys(map.list("foreign_keys", ConstraintShapes.FOREIGN_KEY::read))
        .withChecks(map.list("checks", ConstraintShapes.CHECK::read))
        .withExclusions(map.list("exclusions", ConstraintShapes.EXCLUSION::read))
        .withIndexes(map.list("indexes", IndexShape.INDEX::read))
        .withComment(map.text("comment"))
        .withOptions(OptionShapes.TABLE.reader().apply(map));
  }

  private static void writeTable(YamlNodes.Entries entries, Table table) {
    entries
        .put("name", ScalarCodec.name(table.name()))
        .put("columns", YamlNodes.list(table.columns().stream().map(COLUMN::write).toList()))
        .putIfPresent("primary_key", table.primaryKey(), ConstraintShapes.PRIMARY_KEY::write)
        .putIfAny("unique_constraints", table.uniques(), ConstraintShapes.UNIQUE::write)
        .putIfAny("foreign_keys", table.foreignKeys(), ConstraintShapes.FOREIGN_KEY::write)
        .putIfAny("checks", table.checks(), ConstraintShapes.CHECK::write)
        .putIfAny("exclusions", table.exclusions(), ConstraintShapes.EXCLUSION::write)
        .putIfAny("indexes", table.indexes(), IndexShape.INDEX::write)
        .putIfPresent("comment", table.comment());
    OptionShapes.TABLE.write(entries, table.options());
  }
}
