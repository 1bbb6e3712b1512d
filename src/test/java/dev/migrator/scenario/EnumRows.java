package dev.migrator.scenario;

import dev.migrator.operation.AddColumn;
import dev.migrator.operation.AlterEnum;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.DropColumn;
import dev.migrator.operation.DropTable;
import dev.migrator.operation.Operation;
import dev.migrator.operation.RenameEnumValue;
import dev.migrator.schema.ArrayType;
import dev.migrator.schema.Column;
import dev.migrator.schema.Expression;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SqlTokens;
import dev.migrator.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What rows are to hold: the values of each column but the key, by table and key. */
final class EnumRows {

  private final Map<QualifiedName, Map<Integer, Map<String, Optional<List<String>>>>> tables =
      new LinkedHashMap<>();

  /** A new row; its columns hold these values, one each or those of an array. */
  void insert(QualifiedName table, int id, Map<String, Optional<List<String>>> values) {
    tables.get(table).put(id, new LinkedHashMap<>(values));
  }

  /** What an operation makes of the rows. */
  void apply(Operation operation, Schema before) {
    if (operation instanceof CreateTable creation) {
      tables.put(creation.table().name(), new TreeMap<>());
    } else if (operation instanceof DropTable drop) {
      tables.remove(drop.table().name());
    } else if (operation instanceof AddColumn addition) {
      Column column = addition.column();
      tables
          .get(addition.table())
          .values()
          .forEach(row -> row.put(column.name(), defaultOf(column)));
    } else if (operation instanceof DropColumn drop) {
      tables.get(drop.table()).values().forEach(row -> row.remove(drop.column().name()));
    } else if (operation instanceof RenameEnumValue rename) {
      replace(before, rename.name(), value -> value.equals(rename.from()) ? rename.to() : value);
    } else if (operation instanceof AlterEnum change) {
      replace(before, change.name(), value -> change.replace().getOrDefault(value, value));
    }
  }

  private static Optional<List<String>> defaultOf(Column column) {
    return column
        .defaultValue()
        .map(Expression::toString)
        .map(SqlTokens::literals)
        .map(literals -> literals.get(0))
        .map(List::of);
  }

  private void replace(Schema schema, QualifiedName type, UnaryOperator<String> change) {
    tables.forEach(
        (name, rows) -> {
          Table table = schema.table(name).orElseThrow();
          rows.values()
              .forEach(
                  row ->
                      row.replaceAll(
                          (column, values) ->
                              Schema.uses(table.column(column).orElseThrow().type(), type)
                                  ? values.map(found -> found.stream().map(change).toList())
                                  : values));
        });
  }

  /** Whether a row holds the value in a column of the enumeration. */
  boolean holds(Schema schema, QualifiedName type, String value) {
    return tables.entrySet().stream()
        .anyMatch(
            rows -> {
              Table table = schema.table(rows.getKey()).orElseThrow();
              return rows.getValue().values().stream()
                  .flatMap(row -> row.entrySet().stream())
                  .filter(
                      cell -> Schema.uses(table.column(cell.getKey()).orElseThrow().type(), type))
                  .anyMatch(cell -> cell.getValue().orElse(List.of()).contains(value));
            });
  }

  /** The statements that give every row of a column of the enumeration another value. */
  List<String> overwrite(Schema schema, QualifiedName type, String value, String dialect) {
    List<String> statements = new ArrayList<>();
    tables.forEach(
        (name, rows) -> {
          Table table = schema.table(name).orElseThrow();
          for (Column column : table.columns()) {
            if (Schema.uses(column.type(), type)) {
              rows.values().forEach(row -> row.put(column.name(), Optional.of(List.of(value))));
              statements.add(
                  "update %s set %s = %s"
                      .formatted(
                          SqlTokens.quoted(name),
                          SqlTokens.quoted(column.name()),
                          literal(column, Optional.of(List.of(value)), dialect)));
            }
          }
        });
    return statements;
  }

  static String literal(Column column, Optional<List<String>> values, String dialect) {
    if (values.isEmpty()) {
      return "null";
    }
    List<String> texts = values.get();
    if (!(column.type() instanceof ArrayType)) {
      return SqlTokens.literal(texts.get(0));
    }
    return SqlTokens.literal(array(texts, dialect));
  }

  private static String array(List<String> texts, String dialect) {
    String quoted =
        texts.stream()
            .map(text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
            .collect(Collectors.joining(","));
    return dialect.equals("sqlite") ? "[" + quoted + "]" : "{" + quoted + "}";
  }

  /** The rows of a table, a line each, as a query over them in the order of the columns gives. */
  List<String> lines(Table table) {
    return tables.get(table.name()).entrySet().stream()
        .map(
            row ->
                row.getKey()
                    + table.columns().stream()
                        .filter(column -> !column.name().equals("id"))
                        .map(column -> "|" + shown(column, row.getValue().get(column.name())))
                        .collect(Collectors.joining()))
        .toList();
  }

  private static String shown(Column column, Optional<List<String>> values) {
    return values
        .map(texts -> column.type() instanceof ArrayType ? String.join("+", texts) : texts.get(0))
        .orElse("null");
  }

  List<QualifiedName> names() {
    return List.copyOf(tables.keySet());
  }
}
