package dev.migrator.revision.file;

import dev.migrator.schema.Index;
import dev.migrator.schema.IndexKey;
import dev.migrator.schema.IndexOptions;
import dev.migrator.schema.NullsOrder;
import java.util.List;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.Node;

/**
 * How indexes are written in a file: {@code columns} where all are ascending, else {@code keys}.
 */
final class IndexShape {

  static final Shape<Index> INDEX =
      new Shape<>(
          List.of(
              "name",
              "columns",
              "keys",
              "unique",
              "nulls_not_distinct",
              "where",
              "using",
              "include",
              "with",
              "tablespace"),
          IndexShape::read,
          IndexShape::write);

  private static final Shape<IndexKey> KEY =
      new Shape<>(
          List.of("column", "expression", "descending", "nulls", "collation", "operator_class"),
          IndexShape::readKey,
          IndexShape::writeKey);

  private IndexShape() {}

  private static Index read(YamlMap map) {
    return new Index(
        map.text("name"),
        keys(map),
        map.flag("unique"),
        map.optional("where").map(ScalarCodec::expression),
        map.text("using"),
        map.texts("include"),
        new IndexOptions(
            map.flag("nulls_not_distinct"),
            OptionShapes.parameters(map, "with"),
            map.text("tablespace")));
  }

  private static List<IndexKey> keys(YamlMap map) {
    if (map.has("columns") == map.has("keys")) {
      throw map.whole().problem("an index has either 'columns' or 'keys'");
    }
    return map.has("columns")
        ? map.required("columns").list(column -> IndexKey.column(column.text()))
        : map.required("keys").list(KEY::read);
  }

  private static IndexKey readKey(YamlMap map) {
    if (map.has("column") == map.has("expression")) {
      throw map.whole().problem("a key of an index has either 'column' or 'expression'");
    }
    IndexKey.Part part =
        map.has("column")
            ? new IndexKey.OnColumn(map.required("column").text())
            : new IndexKey.OnExpression(ScalarCodec.expression(map.required("expression")));
    return new IndexKey(
        part,
        map.flag("descending"),
        map.optional("nulls").map(nulls -> ScalarCodec.word(nulls, NullsOrder.values())),
        map.text("collation"),
        map.text("operator_class"));
  }

  private static void write(YamlNodes.Entries entries, Index index) {
    List<String> columns = index.keys().stream().flatMap(IndexShape::plainColumn).toList();
    entries.putIfPresent("name", index.name());
    if (columns.size() == index.keys().size()) {
      entries.put("columns", columns);
    } else {
      entries.put("keys", YamlNodes.list(index.keys().stream().map(KEY::write).toList()));
    }
    entries.putIf("unique", index.unique());
    entries.putIf("nulls_not_distinct", index.options().nullsNotDistinct());
    entries.putIfPresent("where", index.where(), ScalarCodec::expression);
    entries.putIfPresent("using", index.method());
    entries.putIfAny("include", index.include(), YamlNodes::text);
    OptionShapes.parameters(entries, "with", index.options().parameters());
    entries.putIfPresent("tablespace", index.options().tablespace());
  }

  private static Stream<String> plainColumn(IndexKey key) {
    return key.isPlainColumn()
        ? Stream.of(((IndexKey.OnColumn) key.part()).column())
        : Stream.empty();
  }

  private static void writeKey(YamlNodes.Entries entries, IndexKey key) {
    if (key.part() instanceof IndexKey.OnColumn on) {
      entries.put("column", on.column());
    } else {
      entries.put("expression", expression((IndexKey.OnExpression) key.part()));
    }
    entries
        .putIf("descending", key.descending())
        .putIfPresent("nulls", key.nulls(), ScalarCodec::word)
        .putIfPresent("collation", key.collation())
        .putIfPresent("operator_class", key.operatorClass());
  }

  private static Node expression(IndexKey.OnExpression part) {
    return ScalarCodec.expression(part.expression());
  }
}
