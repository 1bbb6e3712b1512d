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
 * Columns that number their rows by a default ({@code serial}), and stay without it. The default
 * and its sequence go first: an identity that comes in their place has a sequence of the same name.
 */
final class SerialColumns {

  private final Schema from;
  private final Schema to;
  private final List<SchemaChange> changes = new ArrayList<>();

  private SerialColumns(Schema from, Schema to) {
    this.from = from;
    this.to = to;
  }

  static List<SchemaChange> between(Schema from, Schema to) {
    SerialColumns columns = new SerialColumns(from, to);
    from.sequences().stream()
        .filter(sequence -> to.sequence(sequence.name()).isEmpty())
        .forEach(columns::end);
    return List.copyOf(columns.changes);
  }

  private void end(Sequence sequence) {
    Optional<SequenceOwner> owner = sequence.owner();
    Optional<Column> before = owner.flatMap(column -> find(from, column));
    Optional<Column> after = owner.flatMap(column -> find(to, column));
    if (before.isEmpty() || after.isEmpty() || isShared(before.get())) {
      return;
    }
    Column plain = before.get().withDefault(Optional.empty());
    if (!plain.equals(before.get())) {
      changes.add(AlterColumn.between(owner.orElseThrow().table(), before.get(), plain));
    }
    changes.add(new DropSequence(sequence));
  }

  /** Whether other columns are numbered by the same default. */
  private boolean isShared(Column column) {
    return column.defaultValue().isPresent()
        && from.tables().stream()
                .flatMap(table -> table.columns().stream())
                .filter(other -> other.defaultValue().equals(column.defaultValue()))
                .count()
            > 1;
  }

  private static Optional<Column> find(Schema schema, SequenceOwner owner) {
    return schema.table(owner.table()).flatMap(table -> table.column(owner.column()));
  }
}
