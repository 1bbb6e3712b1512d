package dev.migrator.entity;

import dev.migrator.schema.ArrayType;
import dev.migrator.schema.BasicType;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.EnumRef;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.NativeType;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Shows a schema in lines that say what PostgreSQL would hold, to compare it with Hibernate's. */
final class PostgresqlLines {

  private PostgresqlLines() {}

  /** Our schema, as PostgreSQL would spell it. */
  static Set<String> of(Schema schema) {
    Set<String> lines = new TreeSet<>();
    for (EnumType type : schema.enums()) {
      lines.add("enum " + type.name() + " " + type.values());
    }
    for (Table table : schema.tables()) {
      String name = table.name().name();
      table
          .columns()
          .forEach(
              column ->
                  lines.add(
                      "%s.%s %s%s"
                          .formatted(
                              name,
                              column.name(),
                              postgresql(column.type()),
                              column.nullable() ? "" : " not null")));
      table.primaryKey().ifPresent(key -> lines.add("key " + name + key.columns()));
      table.uniques().forEach(u -> lines.add("unique " + name + list(u.columns())));
      table.checks().forEach(check -> lines.add("check " + name + " " + check.expression()));
      table.indexes().forEach(i -> lines.add("index " + name + " " + i.keys().size()));
      table
          .foreignKeys()
          .forEach(
              key ->
                  lines.add(
                      "foreign key %s%s to %s%s %s"
                          .formatted(
                              name,
                              list(key.columns()),
                              key.references().name(),
                              list(key.referencedColumns()),
                              key.onDelete())));
    }
    return lines;
  }

  static String list(List<String> names) {
    return "(" + String.join(",", names) + ")";
  }

  private static String postgresql(ColumnType type) {
    if (type instanceof ArrayType array) {
      return postgresql(array.element()) + " array";
    }
    if (type instanceof EnumRef reference) {
      return reference.name().name();
    }
    if (type instanceof NativeType text) {
      return text.sql();
    }
    BasicType basic = (BasicType) type;
    String spelling = basic.spelling();
    return switch (basic.kind()) {
      case REAL -> "float4";
      case DOUBLE -> "float8";
      case CLOB, BLOB -> "oid";
      case BYTES -> "bytea";
      case TIMESTAMP -> spelling.equals("timestamp") ? "timestamp(6)" : spelling;
      case TIMESTAMPTZ ->
          (spelling.contains("(") ? "timestamp" + spelling.substring(11) : "timestamp(6)")
              + " with time zone";
      case TIMETZ -> "time" + spelling.substring(6) + " with time zone";
      default -> spelling;
    };
  }
}
