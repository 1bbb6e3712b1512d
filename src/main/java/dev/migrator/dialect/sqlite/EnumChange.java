package dev.migrator.dialect.sqlite;

import dev.migrator.operation.SchemaChange;
import dev.migrator.schema.ArrayType;
import dev.migrator.schema.Column;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import java.util.List;
import java.util.Map;

/**
 * What a change of an enumeration's values does to the rows of a column that uses it.
 *
 * @param name the enumeration
 * @param replacements the new value for each value that gets one
 * @param removed the values that rows may hold no more
 */
record EnumChange(QualifiedName name, Map<String, String> replacements, List<String> removed) {

  /** Takes the change to the rows of every table that uses the enumeration. */
  void applyTo(Schema schema, PendingTables pending, SchemaChange operation) {
    for (Table table : schema.tablesUsing(name)) {
      TableWork work = pending.on(table.name(), schema);
      table.columns().stream()
          .filter(column -> schema.standsOn(column.type(), name))
          .forEach(column -> applyTo(column, work));
      work.rebuild(operation);
    }
  }

  private void applyTo(Column column, TableWork work) {
    boolean array = column.type() instanceof ArrayType;
    for (String value : removed) {
      work.refuseRows(
          column.name(),
          "enum %s cannot lose '%s': still held by rows of %s.%s"
              .concat(". Change those rows first, or let the operation say what they get")
              .concat(": replace: {%s: …}")
              .formatted(name, value, work.name(), column.name(), value),
          source -> holds(source, value, array));
    }
    if (!replacements.isEmpty()) {
      work.convert(column.name(), source -> array ? replacedElements(source) : replaced(source));
    }
  }

  /** Whether a value, or an array as JSON, holds the value. */
  static String holds(String source, String value, boolean array) {
    return array
        ? "EXISTS (SELECT 1 FROM json_each(%s) WHERE value = %s)"
            .formatted(source, Identifiers.literal(value))
        : "%s = %s".formatted(source, Identifiers.literal(value));
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
