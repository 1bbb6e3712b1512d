package dev.migrator.dialect.postgresql;

import static dev.migrator.dialect.postgresql.PostgresqlIdentifiers.quote;

import dev.migrator.schema.Column;
import dev.migrator.schema.EnumRef;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The columns whose values are made of an enumeration.
 *
 * @param all each of them
 * @param converted those of them that are converted on their own: not computed, and not with the
 *     same column of a parent table
 */
record EnumUses(List<Use> all, List<Use> converted) {

  /** One column. */
  record Use(Table table, Column column) {

    String sql() {
      return quote(column.name());
    }

    @Override
    public String toString() {
      return table.name() + "." + column.name();
    }
  }

  static EnumUses of(Schema schema, TypeChain chain) {
    List<Use> all =
        schema.tables().stream()
            .flatMap(
                table ->
                    table.columns().stream()
                        .filter(column -> chain.holds(column.type()))
                        .map(column -> new Use(table, column)))
            .toList();
    return new EnumUses(
        all,
        all.stream()
            .filter(use -> !isInherited(schema, use.table(), use.column()))
            .filter(use -> use.column().generated().isEmpty())
            .toList());
  }

  /** Those that hold more than a value of the type itself. */
  List<Use> arraysAndRows() {
    return all.stream().filter(use -> !(use.column().type() instanceof EnumRef)).toList();
  }

  /** Whether a parent table has the same column. */
  static boolean isInherited(Schema schema, Table table, Column column) {
    return table.options().parents().stream()
        .flatMap(parent -> schema.table(parent).stream())
        .anyMatch(parent -> parent.column(column.name()).isPresent());
  }

  /** The names of the columns, by table. */
  Map<QualifiedName, List<String>> columns() {
    return all.stream()
        .collect(
            Collectors.groupingBy(
                use -> use.table().name(),
                LinkedHashMap::new,
                Collectors.mapping(use -> use.column().name(), Collectors.toList())));
  }
}
