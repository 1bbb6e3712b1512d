package dev.migrator.revision.file;

import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Column;
import dev.migrator.schema.CompositeType;
import dev.migrator.schema.CompositeType.Attribute;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.ForeignKeyAction;
import dev.migrator.schema.Generated;
import dev.migrator.schema.PrimaryKey;
import dev.migrator.schema.Table;
import dev.migrator.schema.UniqueConstraint;
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
          List.of("name", "type"),
          map -> new Attribute(map.required("name").text(), ScalarCodec.type(map.required("type"))),
          (entries, attribute) ->
              entries
                  .put("name", attribute.name())
                  .put("type", ScalarCodec.type(attribute.type())));

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
              "comment"),
          TableShapes::readColumn,
          TableShapes::writeColumn);

  static final Shape<PrimaryKey> PRIMARY_KEY =
      new Shape<>(
          List.of("name", "columns"),
          map -> new PrimaryKey(map.text("name"), map.required("columns").texts()),
          (entries, key) -> entries.putIfPresent("name", key.name()).put("columns", key.columns()));

  static final Shape<UniqueConstraint> UNIQUE =
      new Shape<>(
          List.of("name", "columns"),
          map -> new UniqueConstraint(map.text("name"), map.required("columns").texts()),
          (entries, unique) ->
              entries.putIfPresent("name", unique.name()).put("columns", unique.columns()));

  static final Shape<CheckConstraint> CHECK =
      new Shape<>(
          List.of("name", "expression"),
          map ->
              new CheckConstraint(
                  map.text("name"), ScalarCodec.expression(map.required("expression"))),
          (entries, check) ->
              entries
                  .putIfPresent("name", check.name())
                  .put("expression", ScalarCodec.expression(check.expression())));

  static final Shape<ForeignKey> FOREIGN_KEY =
      new Shape<>(
          List.of("name", "columns", "references", "on_delete", "on_update"),
          TableShapes::readForeignKey,
          TableShapes::writeForeignKey);

  static final Shape<Table> TABLE =
      new Shape<>(
          List.of(
              "name",
              "columns",
              "primary_key",
              "unique_constraints",
              "foreign_keys",
              "checks",
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
        .withIdentity(map.optional("identity").map(ScalarCodec::identity))
        .withGenerated(map.optional("generated").map(GENERATED::read))
        .withComment(map.text("comment"));
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
        .putIfPresent("identity", column.identity(), ScalarCodec::identity)
        .putIfPresent("generated", column.generated(), GENERATED::write)
        .putIfPresent("comment", column.comment());
  }

  static Optional<Generated> optionalGenerated(YamlValue value) {
    return value.isNull() ? Optional.empty() : Optional.of(GENERATED.read(value));
  }

  static Node optionalGenerated(Optional<Generated> generated) {
    return generated.map(GENERATED::write).orElseGet(YamlNodes::nothing);
  }

  private static ForeignKey readForeignKey(YamlMap map) {
    YamlMap references = map.required("references").map("table", "columns");
    return new ForeignKey(
        map.text("name"),
        map.required("columns").texts(),
        ScalarCodec.name(references.required("table")),
        references.required("columns").texts(),
        map.optional("on_delete").map(ScalarCodec::action).orElse(ForeignKeyAction.NO_ACTION),
        map.optional("on_update").map(ScalarCodec::action).orElse(ForeignKeyAction.NO_ACTION));
  }

  private static void writeForeignKey(YamlNodes.Entries entries, ForeignKey key) {
    entries
        .putIfPresent("name", key.name())
        .put("columns", key.columns())
        .put(
            "references",
            YamlNodes.map()
                .put("table", ScalarCodec.name(key.references()))
                .put("columns", key.referencedColumns())
                .node());
    if (key.onDelete() != ForeignKeyAction.NO_ACTION) {
      entries.put("on_delete", ScalarCodec.action(key.onDelete()));
    }
    if (key.onUpdate() != ForeignKeyAction.NO_ACTION) {
      entries.put("on_update", ScalarCodec.action(key.onUpdate()));
    }
  }

  private static Table readTable(YamlMap map) {
    return new Table(
        ScalarCodec.name(map.required("name")),
        map.required("columns").list(COLUMN::read),
        map.optional("primary_key").map(PRIMARY_KEY::read),
        map.list("unique_constraints", UNIQUE::read),
        map.list("foreign_keys", FOREIGN_KEY::read),
        map.list("checks", CHECK::read),
        map.list("indexes", IndexShape.INDEX::read),
        map.text("comment"));
  }

  private static void writeTable(YamlNodes.Entries entries, Table table) {
    entries
        .put("name", ScalarCodec.name(table.name()))
        .put("columns", YamlNodes.list(table.columns().stream().map(COLUMN::write).toList()))
        .putIfPresent("primary_key", table.primaryKey(), PRIMARY_KEY::write)
        .putIfAny("unique_constraints", table.uniques(), UNIQUE::write)
        .putIfAny("foreign_keys", table.foreignKeys(), FOREIGN_KEY::write)
        .putIfAny("checks", table.checks(), CHECK::write)
        .putIfAny("indexes", table.indexes(), IndexShape.INDEX::write)
        .putIfPresent("comment", table.comment());
  }
}
