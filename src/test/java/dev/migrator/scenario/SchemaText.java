package dev.migrator.scenario;

import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * A schema as lines of text, one for each thing in it, so that a difference is seen at a glance.
 */
final class SchemaText {

  private SchemaText() {}

  /** The lines. The order of columns is left out: one that was dropped comes back last. */
  static String of(Schema schema) {
    List<String> lines = new ArrayList<>();
    schema.namespaces().forEach(namespace -> lines.add(namespace.toString()));
    schema.enums().forEach(type -> lines.add(type.toString()));
    schema.compositeTypes().forEach(type -> lines.add(type.toString()));
    schema.domains().forEach(domain -> lines.add(domain.toString()));
    schema.sequences().forEach(sequence -> lines.add(sequence.toString()));
    schema.withoutColumnOrder().tables().forEach(table -> add(lines, table));
    schema.definitions().forEach(definition -> lines.add(definition + ": " + definition.sql()));
    return String.join("\n", lines);
  }

  private static void add(List<String> lines, Table table) {
    lines.add("table " + table.name() + table.comment().map(c -> " -- " + c).orElse(""));
    table.columns().forEach(item -> lines.add("  " + item));
    table.primaryKey().ifPresent(item -> lines.add("  " + item));
    table.uniques().forEach(item -> lines.add("  " + item));
    table.foreignKeys().forEach(item -> lines.add("  " + item));
    table.checks().forEach(item -> lines.add("  " + item));
    table.indexes().forEach(item -> lines.add("  " + item));
  }
}
