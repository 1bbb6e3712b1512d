package dev.migrator.diff;

import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables of a schema, found by name in constant time. */
final class TablesByName {

  private final Map<QualifiedName, Table> tables = new LinkedHashMap<>();

  TablesByName(Schema schema) {
    schema.tables().forEach(table -> tables.put(table.name(), table));
  }

  boolean contains(QualifiedName name) {
    return tables.containsKey(name);
  }

  Optional<Table> find(QualifiedName name) {
    return Optional.ofNullable(tables.get(name));
  }

  /** The table, which must be there. */
  Table get(QualifiedName name) {
    return find(name).orElseThrow(() -> new IllegalStateException("no table " + name));
  }

  /** All tables, by name. */
  Collection<Table> all() {
    return Collections.unmodifiableCollection(tables.values());
  }

  /** The tables that the others lack. */
  List<Table> without(TablesByName others) {
    return tables.values().stream().filter(table -> !others.contains(table.name())).toList();
  }
}
