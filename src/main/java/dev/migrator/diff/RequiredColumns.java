package dev.migrator.diff;

import dev.migrator.operation.AddColumn;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.SchemaChange;
import dev.migrator.schema.Column;
import dev.migrator.schema.Domain;
import dev.migrator.schema.DomainRef;
import dev.migrator.schema.Expression;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the columns that become NOT NULL while rows may have no value for them. */
final class RequiredColumns {

  private final List<SchemaChange> changes;
  private final Schema target;

  private RequiredColumns(List<SchemaChange> changes, Schema target) {
    this.changes = changes;
    this.target = target;
  }

  /**
   * The columns, in the order in which they change.
   *
   * @param target the schema after the changes
   */
  static List<RequiredColumn> among(List<SchemaChange> changes, Schema target) {
    return new RequiredColumns(changes, target).find();
  }

  /** Whether a change adds the column, and the rows have nothing for it. */
  private boolean isAdded(AddColumn add) {
    Column column = add.column();
    return !column.nullable()
        && column.generated().isEmpty()
        && column.identity().isEmpty()
        && column.defaultValue().or(() -> ofDomain(column)).isEmpty();
  }

  private Optional<Expression> ofDomain(Column column) {
    return column.type() instanceof DomainRef reference
        ? target.domain(reference.name()).flatMap(Domain::defaultValue)
        : Optional.empty();
  }

  private List<RequiredColumn> find() {
    List<RequiredColumn> found = new ArrayList<>();
    for (int index = 0; index < changes.size(); index++) {
      SchemaChange change = changes.get(index);
      if (change instanceof AddColumn add && isAdded(add)) {
        before(index, add.table(), Optional.empty())
            .map(
                then ->
                    new RequiredColumn(
                        add.table(),
                        add.column().name(),
                        add.column().type(),
                        then.table(),
                        Optional.empty()))
            .ifPresent(found::add);
      } else if (change instanceof AlterColumn alter && forbidsNull(alter)) {
        alter(index, alter).ifPresent(found::add);
      }
    }
    return List.copyOf(found);
  }

  private static boolean forbidsNull(AlterColumn alter) {
    return alter.nullable().filter(change -> !change.to()).isPresent();
  }

  /** What becomes computed gets its values so. */
  private Optional<RequiredColumn> alter(int index, AlterColumn alter) {
    Optional<Column> after =
        target
            .table(alter.table())
            .flatMap(table -> table.column(alter.column()))
            .filter(column -> column.generated().isEmpty());
    return after.flatMap(
        column ->
            before(index, alter.table(), Optional.of(alter.column()))
                .map(
                    then ->
                        new RequiredColumn(
                            alter.table(),
                            alter.column(),
                            column.type(),
                            then.table(),
                            then.column())));
  }

  private Optional<Origin> before(int end, QualifiedName table, Optional<String> column) {
    return Origin.of(changes.subList(0, end), table, column);
  }
}
