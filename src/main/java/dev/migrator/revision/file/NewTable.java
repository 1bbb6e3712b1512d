package dev.migrator.revision.file;

import dev.migrator.operation.CreateTable;
import dev.migrator.problem.Nearest;
import dev.migrator.schema.Column;
import dev.migrator.schema.Table;
import java.util.List;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.Node;

/** A table that is created: its keys and indexes stand on columns it has. */
final class NewTable {

  /** What only a table that is created may have. */
  private static final String SQL = "sql";

  private final Table table;
  private final List<String> columns;

  private NewTable(Table table) {
    this.table = table;
    this.columns = table.columns().stream().map(Column::name).toList();
  }

  static CreateTable read(YamlValue value) {
    YamlMap map = value.map(TableShapes.TABLE.keysWith(SQL));
    Table table = value.convert(() -> TableShapes.TABLE.reader().apply(map));
    new NewTable(table).check(value.map());
    return new CreateTable(
        table, map.optional(SQL).map(sql -> ScalarCodec.perDialect(sql.map(ScalarCodec.DIALECTS))));
  }

  static Node write(CreateTable operation) {
    return TableShapes.TABLE
        .write(YamlNodes.map(), operation.table())
        .putIfPresent(SQL, operation.sql(), ScalarCodec::expression)
        .node();
  }

  private void check(YamlMap map) {
    map.optional("primary_key").ifPresent(key -> checkColumns(key.map()));
    for (String kind : List.of("unique_constraints", "foreign_keys", "indexes")) {
      map.list(kind, YamlValue::map).forEach(this::checkColumns);
    }
  }

  /** Looks at the columns of a constraint, or those, the keys and the extra ones of an index. */
  private void checkColumns(YamlMap map) {
    map.list("columns", Function.identity()).forEach(this::checkColumn);
    map.list("keys", YamlValue::map)
        .forEach(k -> k.optional("column").ifPresent(this::checkColumn));
    map.list("include", Function.identity()).forEach(this::checkColumn);
  }

  private void checkColumn(YamlValue column) {
    String name = column.text();
    if (!columns.contains(name)) {
      throw column.problem(
          "table %s has no column '%s'. %s"
              .formatted(
                  table.name(),
                  name,
                  Nearest.to(name, columns)
                      .map(near -> "Did you mean '" + near + "'?")
                      .orElse("It has " + String.join(", ", columns) + ".")));
    }
  }
}
