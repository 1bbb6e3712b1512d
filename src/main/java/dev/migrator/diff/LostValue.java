package dev.migrator.diff;

import dev.migrator.operation.AddCheck;
import dev.migrator.operation.AlterColumn;
import dev.migrator.schema.Column;
import dev.migrator.schema.EnumRef;
import dev.migrator.schema.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * A value that an enumeration holds no more after a revision, and that nothing replaces.
 *
 * @param owner the enumeration; for a column whose CHECK lists its values, or that becomes another
 *     enumeration, its table
 * @param column the column; empty for an enumeration
 * @param value the value
 * @param others the values after the revision
 * @param arriving those of the others that were none before
 * @param holders the columns whose rows may hold it, by the names that they have now
 */
public record LostValue(
    QualifiedName owner,
    Optional<String> column,
    String value,
    List<String> others,
    List<String> arriving,
    List<Holder> holders) {

  public LostValue {
    others = List.copyOf(others);
    arriving = List.copyOf(arriving);
    holders = List.copyOf(holders);
  }

  /**
   * A column whose rows may hold the value.
   *
   * @param table the table
   * @param column the column as it is now
   */
  public record Holder(QualifiedName table, Column column) {

    @Override
    public String toString() {
      return table + "." + column.name();
    }
  }

  /** The enumeration; empty for a column with a CHECK. */
  public Optional<QualifiedName> type() {
    return column.isPresent() ? Optional.empty() : Optional.of(owner);
  }

  /** {@code gender_enum.OTHER} or {@code users.gender.OTHER}, as options name it. */
  public String name() {
    return sibling(value);
  }

  /** Another value of the same enumeration, as options name it. */
  public String sibling(String other) {
    return owner + column.map(name -> "." + name).orElse("") + "." + other;
  }

  /** Whether the change of a column is the one that takes the value away. */
  boolean isOf(AlterColumn alter) {
    return alter.table().equals(owner)
        && column.equals(Optional.of(alter.column()))
        && alter.type().filter(change -> change.to() instanceof EnumRef).isPresent();
  }

  /** Whether a CHECK is the one that lists the other values. */
  boolean isOf(AddCheck check) {
    return check.table().equals(owner)
        && column.filter(check.check().expression()::mentions).isPresent();
  }
}
