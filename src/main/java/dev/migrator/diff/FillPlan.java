package dev.migrator.diff;

import dev.migrator.operation.AddColumn;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.Operation;
import dev.migrator.schema.Column;
import dev.migrator.schema.Expression;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes columns NOT NULL in three steps: first they take NULL, then the rows are filled. */
final class FillPlan {

  /** The statements that fill the rows, by the name of the column. */
  private final Map<String, String> updates;

  private FillPlan(Map<String, String> updates) {
    this.updates = updates;
  }

  /** The operations with the steps in place of those that would fail on a row. */
  static List<Operation> of(
      List<Operation> operations, Map<RequiredColumn, Fill> fills, Schema target) {
    FillPlan plan =
        new FillPlan(
            fills.entrySet().stream()
                .collect(
                    Collectors.toMap(
                        fill -> fill.getKey().name(),
                        fill -> fill.getKey().update(fill.getValue(), target))));
    return operations.stream().flatMap(operation -> plan.steps(operation).stream()).toList();
  }

  private List<Operation> steps(Operation operation) {
    if (operation instanceof AddColumn add) {
      return steps(add);
    }
    return operation instanceof AlterColumn alter ? steps(alter) : List.of(operation);
  }

  private List<Operation> steps(AddColumn add) {
    Optional<ExecuteSql> fill = fill(add.table(), add.column().name());
    if (fill.isEmpty()) {
      return List.of(add);
    }
    Column open = add.column().withNullable(true);
    return List.of(
        new AddColumn(add.table(), open),
        fill.get(),
        AlterColumn.between(add.table(), open, add.column()));
  }

  private List<Operation> steps(AlterColumn alter) {
    Optional<ExecuteSql> fill = fill(alter.table(), alter.column());
    if (fill.isEmpty() || alter.nullable().isEmpty()) {
      return List.of(alter);
    }
    List<Operation> steps = new ArrayList<>();
    withoutNullability(alter).ifPresent(steps::add);
    steps.add(fill.get());
    steps.add(
        new AlterColumn(
            alter.table(),
            alter.column(),
            Optional.empty(),
            alter.nullable(),
            Optional.empty(),
            alter.identity(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
    return List.copyOf(steps);
  }

  /** What else changes; an identity stands on a column that takes no NULL alone. */
  private static Optional<AlterColumn> withoutNullability(AlterColumn alter) {
    boolean isEmpty =
        Stream.of(
                alter.type(),
                alter.defaultValue(),
                alter.collation(),
                alter.generated(),
                alter.options())
            .allMatch(Optional::isEmpty);
    return isEmpty
        ? Optional.empty()
        : Optional.of(
            new AlterColumn(
                alter.table(),
                alter.column(),
                alter.type(),
                Optional.empty(),
                alter.defaultValue(),
                Optional.empty(),
                alter.collation(),
                alter.generated(),
                alter.options()));
  }

  private Optional<ExecuteSql> fill(QualifiedName table, String column) {
    return Optional.ofNullable(updates.get(table + "." + column))
        .map(update -> new ExecuteSql(Expression.of(update), List.of()));
  }
}
