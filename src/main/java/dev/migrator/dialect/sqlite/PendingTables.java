package dev.migrator.dialect.sqlite;

import dev.migrator.dialect.Statement;
import dev.migrator.operation.CreateTable;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The tables on which work has been gathered that is not written yet. */
final class PendingTables {

  private final Map<QualifiedName, TableWork> works = new LinkedHashMap<>();
  private final Set<QualifiedName> rebuilt = new TreeSet<>();
  private boolean withoutForeignKeys;

  /** The work on a table; on a new one, if the schema has it as it is. */
  TableWork on(QualifiedName table, Schema schema) {
    return works.computeIfAbsent(table, name -> TableWork.of(schema.table(name).orElseThrow()));
  }

  void create(CreateTable operation) {
    works.put(operation.table().name(), TableWork.creating(operation));
  }

  /** Begins anew with a table that the database has in this form. */
  TableWork restart(Table table) {
    TableWork work = TableWork.of(table);
    works.put(table.name(), work);
    return work;
  }

  /**
   * Forgets what was to be done to a table that is dropped.
   *
   * @return whether the database has the table
   */
  boolean drop(QualifiedName table, Schema schema) {
    TableWork work = on(table, schema);
    works.remove(table);
    withoutForeignKeys |= work.isRebuild();
    return !work.isCreation();
  }

  /** Writes what was gathered for all tables, which the schema shows as they become. */
  List<Statement> finishAll(Schema schema) {
    List<Statement> statements = new ArrayList<>();
    List.copyOf(works.keySet()).forEach(table -> statements.addAll(finish(table, schema)));
    return statements;
  }

  /** Writes what was gathered for a table, which the schema shows as it becomes. */
  List<Statement> finish(QualifiedName name, Schema schema) {
    TableWork work = works.remove(name);
    if (work == null) {
      return new ArrayList<>();
    }
    if (work.isRebuild()) {
      withoutForeignKeys = true;
      rebuilt.add(name);
    }
    return new ArrayList<>(work.statements(schema.table(name).orElseThrow(), schema));
  }

  /** Whether foreign keys have to be off while the statements run. */
  boolean withoutForeignKeys() {
    return withoutForeignKeys;
  }

  /** The tables that are written anew. */
  Set<QualifiedName> rebuilt() {
    return Collections.unmodifiableSet(rebuilt);
  }
}
