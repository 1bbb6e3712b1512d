package dev.migrator.diff;

import dev.migrator.operation.RenameColumn;
import dev.migrator.operation.RenameEnumValue;
import dev.migrator.operation.RenameTable;
import dev.migrator.operation.SchemaChange;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.RenameHint;
import dev.migrator.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The renames that a model's hints mean for the current schema. A hint acts only if the old name is
 * there, the new one is not, and the model does not hold the old one; so it may stay in the model
 * after it has acted.
 */
final class Renames {

  private final Schema model;
  private final List<SchemaChange> changes = new ArrayList<>();
  private Schema current;

  private Renames(Schema current, Schema model) {
    this.current = current;
    this.model = model;
  }

  /** The renames that act, tables first. */
  static List<SchemaChange> acting(List<RenameHint> hints, Schema current, Schema model) {
    Renames renames = new Renames(current, model);
    hints.stream()
        .filter(RenameHint.OfTable.class::isInstance)
        .forEach(hint -> renames.table((RenameHint.OfTable) hint));
    for (RenameHint hint : hints) {
      if (hint instanceof RenameHint.OfColumn column) {
        renames.column(column);
      } else if (hint instanceof RenameHint.OfEnumValue value) {
        renames.enumValue(value);
      }
    }
    return List.copyOf(renames.changes);
  }

  private void table(RenameHint.OfTable hint) {
    if (current.table(hint.from()).isPresent()
        && current.table(hint.to()).isEmpty()
        && model.table(hint.from()).isEmpty()
        && model.table(hint.to()).isPresent()) {
      add(new RenameTable(hint.from(), hint.to()));
    }
  }

  private void column(RenameHint.OfColumn hint) {
    if (hasColumn(current, hint.table(), hint.from())
        && !hasColumn(current, hint.table(), hint.to())
        && !hasColumn(model, hint.table(), hint.from())
        && hasColumn(model, hint.table(), hint.to())) {
      add(new RenameColumn(hint.table(), hint.from(), hint.to()));
    }
  }

  private void enumValue(RenameHint.OfEnumValue hint) {
    Optional<EnumType> before = current.enumType(hint.type());
    Optional<EnumType> after = model.enumType(hint.type());
    if (has(before, hint.from())
        && !has(before, hint.to())
        && !has(after, hint.from())
        && has(after, hint.to())) {
      add(new RenameEnumValue(hint.type(), hint.from(), hint.to()));
    }
  }

  private void add(SchemaChange change) {
    current = change.applyTo(current);
    changes.add(change);
  }

  private static boolean hasColumn(Schema schema, QualifiedName table, String column) {
    return schema.table(table).flatMap(found -> found.column(column)).isPresent();
  }

  private static boolean has(Optional<EnumType> type, String value) {
    return type.filter(found -> found.values().contains(value)).isPresent();
  }
}
