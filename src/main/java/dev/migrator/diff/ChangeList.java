package dev.migrator.diff;

import dev.migrator.operation.SchemaChange;
import dev.migrator.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/** The changes found so far, and the schema that they lead to. */
final class ChangeList {

  private final List<SchemaChange> changes = new ArrayList<>();
  private Schema schema;

  ChangeList(Schema start) {
    this.schema = start;
  }

  void add(SchemaChange change) {
    schema = change.applyTo(schema);
    changes.add(change);
  }

  void addAll(List<? extends SchemaChange> more) {
    more.forEach(this::add);
  }

  Schema schema() {
    return schema;
  }

  List<SchemaChange> changes() {
    return List.copyOf(changes);
  }
}
