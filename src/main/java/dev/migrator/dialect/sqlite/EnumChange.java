package dev.migrator.dialect.sqlite;

import dev.migrator.operation.SchemaChange;
import dev.migrator.schema.ArrayType;
import dev.migrator.schema.Column;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a change of an enumeration's values does to the rows of a column that uses it.
 *
 * @param name the enumeration
 * @param replacements the new value for each value that gets one
 */
record EnumChange(QualifiedName name, Map<String, String> replacements) {

  /** Takes the change to the rows of every table that uses the enumeration. */
  void applyTo(Schema schema, PendingTables pending, SchemaChange operation) {
    for (Table table : schema.tablesUsing(name)) {
      TableWork work = pending.on(table.name(), schema);
      columns(schema, table, name).forEach(column -> applyTo(column, work));
      work.rebuild(operation);
    }
  }

  /** The columns of a table that use the enumeration. */
  static Stream<Column> columns(Schema schema, Table table, QualifiedName name) {
    return table.columns().stream().filter(column -> schema.standsOn(column.type(), name));
  }

  private void applyTo(Column column, TableWork work) {
    boolean array = column.type() instanceof ArrayType;
    if (!replacements.isEmpty()) {
      work.convert(column.name(), source -> array ? replacedElements(source) : replaced(source));
    }
  }

  /** Whether a value, or an array as JSON, holds one of the values. */
  static String holds(String source, List<String> values, boolean array) {
    String literals = Identifiers.literals(values);
    return array
        ? "EXISTS (SELECT 1 FROM json_each(%s) WHERE value IN (%s))".formatted(source, literals)
        : "%s IN (%s)".formatted(source, literals);
  }

  private String replacedElements(String source) {
    return "CASE WHEN %s IS NOT NULL THEN (SELECT json_group_array(%s) FROM json_each(%s)) END"
        .formatted(source, replaced("value"), source);
  }

  private String replaced(String source) {
    StringBuilder sql = new StringBuilder("CASE ").append(source);
    replacements.forEach(
        (from, to) ->
            sql.append(
                " WHEN %s THEN %s".formatted(Identifiers.literal(from), Identifiers.literal(to))));
    return sql.append(" ELSE ").append(source).append(" END").toString();
  }
}
