package dev.migrator.entity;

import dev.migrator.schema.ArrayType;
import dev.migrator.schema.BasicType;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.CompositeRef;
import dev.migrator.schema.CompositeType;
import dev.migrator.schema.EnumRef;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.NativeType;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.Table;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows a schema in lines that say what PostgreSQL would hold, to compare it with Hibernate's. */
final class PostgresqlLines {

  private static final Pattern LIST = Pattern.compile("(.* in \\()([^()]*)(\\).*)");

  private PostgresqlLines() {}

  /** Our schema, as PostgreSQL would spell it. */
  static Set<String> of(Schema schema) {
    Set<String> lines = new TreeSet<>();
    for (EnumType type : schema.enums()) {
      lines.add("enum " + type.name() + " " + type.values());
    }
    for (CompositeType composite : schema.compositeTypes()) {
      lines.add(
          composite.attributes().stream()
              .map(attribute -> attribute.name() + " " + postgresql(attribute.type()))
              .collect(Collectors.joining(", ", "type " + composite.name() + " as (", ")")));
    }
    for (Sequence sequence : schema.sequences()) {
      lines.add(
          "sequence %s start with %d increment by %d"
              .formatted(sequence.name(), sequence.start(), sequence.increment()));
    }
    for (Table table : schema.tables()) {
      String name = table.name().name();
      table
          .columns()
          .forEach(
              column ->
                  lines.add(
                      "%s.%s %s%s%s"
                          .formatted(
                              name,
                              column.name(),
                              postgresql(column.type()),
                              column.nullable() ? "" : " not null",
                              rest(
                                  column.collation(),
                                  column.defaultValue().flatMap(sql -> sql.sql("postgresql")),
                                  column
                                      .generated()
                                      .flatMap(as -> as.expression().sql("postgresql")),
                                  column.comment()))));
      table.primaryKey().ifPresent(key -> lines.add(key("key", name, key.columns())));
      table.uniques().forEach(u -> lines.add(key("unique", name, u.columns())));
      table
          .checks()
          .forEach(
              check -> lines.add(check(name, check.expression().sql("postgresql").orElse(""))));
      table.indexes().forEach(i -> lines.add("index " + name + " " + i.keys().size()));
      table
          .foreignKeys()
          .forEach(
              key ->
                  lines.add(
                      foreignKey(
                          name,
                          key.columns(),
                          key.references().name(),
                          key.referencedColumns(),
                          key.onDelete())));
    }
    return lines;
  }

  /** A condition; the values of a list may come in any order, and names in any case. */
  static String check(String table, String condition) {
    return "check " + table + " " + sorted(condition).toLowerCase(Locale.ROOT);
  }

  private static String sorted(String condition) {
    Matcher list = LIST.matcher(condition);
    return list.matches()
        ? Stream.of(list.group(2).split(","))
            .sorted()
            .collect(Collectors.joining(",", list.group(1), list.group(3)))
        : condition;
  }

  /** A foreign key; what it joins may come in any order. */
  static String foreignKey(
      String table,
      List<String> columns,
      String references,
      List<String> referencedColumns,
      Object onDelete) {
    Map<String, String> pairs = new TreeMap<>();
    for (int index = 0; index < columns.size(); index++) {
      pairs.put(columns.get(index), referencedColumns.get(index));
    }
    return "foreign key %s%s to %s %s".formatted(table, pairs, references, onDelete);
  }

  /** A key; its columns may come in any order. */
  static String key(String kind, String table, List<String> columns) {
    return columns.stream()
        .sorted()
        .collect(Collectors.joining(",", kind + " " + table + "(", ")"));
  }

  /** What more there is to a column than its type. */
  static String rest(
      Optional<String> collation,
      Optional<String> defaultValue,
      Optional<String> generated,
      Optional<String> comment) {
    return collation.map(" collate "::concat).orElse("")
        + defaultValue.map(" default "::concat).orElse("")
        + generated.map(" generated "::concat).orElse("")
        + comment.map(" comment "::concat).orElse("");
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
    if (type instanceof CompositeRef reference) {
      return reference.name().name();
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
