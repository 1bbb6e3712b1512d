package dev.migrator.entity;

import dev.migrator.schema.EnumColumn;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tables of the model while its entities are read. */
final class Tables {

  private final Map<QualifiedName, TableDraft> drafts = new TreeMap<>();

  /** The draft of a table, which is begun where there is none. */
  TableDraft draft(QualifiedName name) {
    return drafts.computeIfAbsent(name, TableDraft::new);
  }

  /** All that have been begun. */
  List<TableDraft> drafts() {
    return List.copyOf(drafts.values());
  }

  /** The columns that hold names or positions of Java's constants. */
  List<EnumColumn> enumColumns() {
    return drafts.values().stream().flatMap(TableDraft::enumColumns).toList();
  }

  /** What a database may have in more than one way. */
  List<EitherWay> eitherWays() {
    return drafts.values().stream().flatMap(TableDraft::eitherWays).toList();
  }

  /** All, by name. */
  List<Table> all() {
    return drafts.values().stream().map(TableDraft::table).toList();
  }
}
