package dev.migrator.command;

import dev.migrator.dialect.ConstantConversion;
import dev.migrator.dialect.Conversion;
import dev.migrator.dialect.Dialect;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.Operation;
import dev.migrator.operation.TypeChange;
import dev.migrator.operation.Using;
import dev.migrator.schema.Column;
import dev.migrator.schema.EnumColumn;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SqlTokens;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes into a revision how the values of a column become values of another type, where a database
 * does not convert them by itself. A revision is for every database, so each of them is asked,
 * whichever is connected: where one of them knows no way, a person has to say it.
 */
final class StatedConversions {

  private final Schema target;
  private final List<EnumColumn> enumColumns;

  /**
   * @param target the schema after the upgrade
   * @param enumColumns the columns that hold names or positions of Java's constants
   */
  StatedConversions(Schema target, List<EnumColumn> enumColumns) {
    this.target = target;
    this.enumColumns = enumColumns;
  }

  /** The operations, of the upgrade or the downgrade, with what was not said yet. */
  List<Operation> of(List<? extends Operation> operations) {
    return operations.stream().map(this::of).toList();
  }

  private Operation of(Operation operation) {
    if (!(operation instanceof AlterColumn alter) || isComputed(alter)) {
      return operation;
    }
    return alter
        .type()
        .filter(change -> change.using().isEmpty())
        .flatMap(
            change -> {
              String column = SqlTokens.quoted(alter.column());
              return ofConstants(alter, change, column).or(() -> using(change, column));
            })
        .map(alter::withUsing)
        .orElse(alter);
  }

  /** Computed values are computed anew. */
  private boolean isComputed(AlterColumn alter) {
    return target
        .table(alter.table())
        .flatMap(table -> table.column(alter.column()))
        .map(alter::applyTo)
        .flatMap(Column::generated)
        .isPresent();
  }

  private Optional<Using> ofConstants(AlterColumn alter, TypeChange change, String column) {
    return enumColumns.stream()
        .filter(known -> known.table().equals(alter.table()))
        .filter(known -> known.column().equals(alter.column()))
        .map(known -> new ConstantConversion(change.from(), change.to(), known))
        .flatMap(conversion -> using(conversion, column).stream())
        .findFirst();
  }

  private static Optional<Using> using(ConstantConversion conversion, String column) {
    Map<String, String> texts = new TreeMap<>();
    for (Dialect dialect : Dialects.all()) {
      conversion
          .sql(column, dialect.constantCasts())
          .ifPresent(sql -> texts.put(dialect.name(), sql));
    }
    return texts.isEmpty()
        ? Optional.empty()
        : Optional.of(new Using.Sql(new Expression.PerDialect(texts)));
  }

  private static Optional<Using> using(TypeChange change, String column) {
    Map<String, String> texts = new TreeMap<>();
    for (Dialect dialect : Dialects.all()) {
      Conversion conversion = dialect.conversion(column, change.from(), change.to());
      if (conversion instanceof Conversion.Unknown) {
        return Optional.of(new Using.ToDo());
      }
      if (conversion instanceof Conversion.ByExpression by) {
        texts.put(dialect.name(), by.sql());
      }
    }
    return texts.isEmpty()
        ? Optional.empty()
        : Optional.of(new Using.Sql(new Expression.PerDialect(texts)));
  }
}
