package dev.migrator.command;

import dev.migrator.dialect.Dialect;
import dev.migrator.operation.AddColumn;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.CreateSequence;
import dev.migrator.operation.CreateTable;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.Operation;
import dev.migrator.operation.TypeChange;
import dev.migrator.schema.BasicType;
import dev.migrator.schema.BasicType.Kind;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Expression;
import dev.migrator.schema.NumberedColumn;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Sequence;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes into a revision that a new sequence goes on behind the numbers of rows that are there:
 * keys that were an identity's, or an application's own.
 */
final class StatedSequences {

  private static final Set<Kind> NUMBERS = Set.of(Kind.SMALLINT, Kind.INTEGER, Kind.BIGINT);

  private final Schema target;
  private final Map<QualifiedName, List<NumberedColumn>> numbered;

  /**
   * @param target the schema after the upgrade
   * @param numbered the columns that a sequence gives numbers to, by the sequence
   */
  StatedSequences(Schema target, Map<QualifiedName, List<NumberedColumn>> numbered) {
    this.target = target;
    this.numbered = numbered;
  }

  /** The operations of the upgrade with what was not said yet. */
  List<Operation> of(List<? extends Operation> operations) {
    return operations.stream()
        .flatMap(
            operation ->
                operation instanceof CreateSequence creation
                    ? Stream.concat(
                        Stream.of(operation), goOn(creation.sequence(), operations).stream())
                    : Stream.of(operation))
        .toList();
  }

  private List<Operation> goOn(Sequence sequence, List<? extends Operation> operations) {
    List<NumberedColumn> columns =
        numbered.getOrDefault(sequence.name(), List.of()).stream()
            .filter(this::isNumber)
            .filter(column -> operations.stream().noneMatch(other -> makes(other, column)))
            .toList();
    if (columns.isEmpty() || sequence.owner().isPresent() || sequence.increment() < 0) {
      return List.of();
    }
    Map<String, String> texts =
        Dialects.all().stream()
            .collect(Collectors.toMap(Dialect::name, each -> each.goOnBehind(sequence, columns)));
    return List.of(new ExecuteSql(new Expression.PerDialect(texts), List.of()));
  }

  private boolean isNumber(NumberedColumn column) {
    return target
        .table(column.table())
        .flatMap(table -> table.column(column.column()))
        .map(Column::type)
        .filter(StatedSequences::isNumber)
        .isPresent();
  }

  private static boolean isNumber(ColumnType type) {
    return type instanceof BasicType basic && NUMBERS.contains(basic.kind());
  }

  /** Whether there are no numbers before it. */
  private static boolean makes(Operation operation, NumberedColumn column) {
    if (operation instanceof CreateTable creation) {
      return creation.table().name().equals(column.table());
    }
    if (operation instanceof AddColumn addition) {
      return addition.table().equals(column.table())
          && addition.column().name().equals(column.column());
    }
    return operation instanceof AlterColumn alteration
        && alteration.table().equals(column.table())
        && alteration.column().equals(column.column())
        && alteration.type().map(TypeChange::from).filter(type -> !isNumber(type)).isPresent();
  }
}
