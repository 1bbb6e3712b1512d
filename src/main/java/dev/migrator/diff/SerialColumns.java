package dev.migrator.diff;

import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.DropSequence;
import dev.migrator.operation.SchemaChange;
import dev.migrator.schema.Column;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.SequenceOwner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Columns that number their rows by a default ({@code serial}) and become identities. The sequence
 * of the default goes first, since that of an identity takes its name.
 */
final class SerialColumns {

  private SerialColumns() {}

  static List<SchemaChange> between(Schema from, Schema to) {
    List<SchemaChange> changes = new ArrayList<>();
    for (Sequence sequence : from.sequences()) {
      Optional<SequenceOwner> owner = sequence.owner();
      Optional<Column> before = owner.flatMap(column -> find(from, column));
      boolean becomesIdentity =
          owner.flatMap(column -> find(to, column)).flatMap(Column::identity).isPresent();
      if (before.isPresent() && becomesIdentity && to.sequence(sequence.name()).isEmpty()) {
        Column plain = before.get().withDefault(Optional.empty());
        if (!plain.equals(before.get())) {
          changes.add(AlterColumn.between(owner.orElseThrow().table(), before.get(), plain));
        }
        changes.add(new DropSequence(sequence));
      }
    }
    return changes;
  }

  private static Optional<Column> find(Schema schema, SequenceOwner owner) {
    return schema.table(owner.table()).flatMap(table -> table.column(owner.column()));
  }
}
