package dev.migrator.dialect.postgresql;

import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import java.util.ArrayList;
import java.util.List;

/** Tables whose columns are those of other tables as well: heirs and partitions. */
final class Inheritance {

  private Inheritance() {}

  /** The table with all that have its columns, too, each once. */
  static List<Table> family(Schema schema, Table table) {
    List<Table> family = new ArrayList<>(List.of(table));
    for (int index = 0; index < family.size(); index++) {
      Table parent = family.get(index);
      schema.tables().stream()
          .filter(other -> other.options().parents().contains(parent.name()))
          .filter(other -> !family.contains(other))
          .forEach(family::add);
    }
    return family;
  }
}
