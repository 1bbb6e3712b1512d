package dev.migrator.dialect.sqlite;

import dev.migrator.dialect.HeldRows;
import dev.migrator.dialect.HeldRows.Holder;
import dev.migrator.dialect.ListedValues;
import dev.migrator.dialect.Statement;
import dev.migrator.dialect.ValueLoss;
import dev.migrator.operation.AddCheck;
import dev.migrator.operation.AlterEnum;
import dev.migrator.operation.Operation;
import dev.migrator.schema.ArrayType;
import dev.migrator.schema.Column;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SqlTokens;
import dev.migrator.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Stops where a row holds a value that an enumeration loses and that nothing replaces. It looks at
 * the tables as the database has them, before what is gathered for them is written.
 *
 * @param before the schema before the change
 * @param pending what is gathered
 */
record EnumGuard(Schema before, PendingTables pending) {

  List<Statement> statements(AlterEnum change) {
    return ValueLoss.of(change, before)
        .map(loss -> statements(change, new HeldRows(loss, holders(change))))
        .orElse(List.of());
  }

  /**
   * @param start the schema before the revision
   * @param preceding the operations before it in the revision
   */
  List<Statement> statements(AddCheck check, Schema start, List<Operation> preceding) {
    return ListedValues.of(check, before, SqliteDialect.NAME)
        .flatMap(
            list ->
                list.loss(start, preceding)
                    .map(loss -> statements(check, new HeldRows(loss, holders(list)))))
        .orElse(List.of());
  }

  private static List<Statement> statements(Operation operation, HeldRows rows) {
    return Assertion.statements(Assertion.Condition.none(rows), operation.describe());
  }

  private List<Holder> holders(AlterEnum change) {
    List<String> lost = ValueLoss.lost(change, before);
    List<Holder> holders = new ArrayList<>();
    for (Table table : before.tablesUsing(change.name())) {
      EnumChange.columns(before, table, change.name())
          .forEach(
              column -> {
                boolean array = column.type() instanceof ArrayType;
                holder(table, column, source -> EnumChange.holds(source, lost, array))
                    .ifPresent(holders::add);
              });
    }
    return holders;
  }

  private List<Holder> holders(ListedValues list) {
    Table table = before.table(list.operation().table()).orElseThrow();
    String name = list.column().name();
    String bare = Identifiers.quote(name);
    return holder(
            table,
            list.column(),
            source ->
                "NOT (%s)"
                    .formatted(
                        source.equals(bare)
                            ? list.condition()
                            : SqlTokens.substitute(list.condition(), name, "(" + source + ")")))
        .stream()
        .toList();
  }

  /** A column that the database has. */
  private Optional<Holder> holder(Table table, Column column, UnaryOperator<String> predicate) {
    return pending
        .on(table.name(), before)
        .source(column.name())
        .map(
            source ->
                new Holder(
                    table.name() + "." + column.name(),
                    Identifiers.quote(table.name().name()),
                    predicate.apply(source)));
  }
}
