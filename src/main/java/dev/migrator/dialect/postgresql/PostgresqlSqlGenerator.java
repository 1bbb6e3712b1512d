package dev.migrator.dialect.postgresql;

import dev.migrator.dialect.SqlGenerator;
import dev.migrator.dialect.Statement;
import dev.migrator.operation.AlterEnum;
import dev.migrator.operation.Operation;
import dev.migrator.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/** Turns the operations of one revision into PostgreSQL's statements. */
final class PostgresqlSqlGenerator implements SqlGenerator {

  /**
   * The statements, in order. Rows that do not allow a change are looked for before anything is
   * done, as far as what comes before the change leaves them as they are.
   */
  @Override
  public List<Statement> generate(List<Operation> operations, Schema before) {
    List<Draft> first = new ArrayList<>();
    List<Draft> drafts = new ArrayList<>();
    TakenNames taken = TakenNames.in(before, operations);
    Schema current = before;
    for (int index = 0; index < operations.size(); index++) {
      Operation operation = operations.get(index);
      Schema after = operation.applyTo(current);
      List<Operation> preceding = operations.subList(0, index);
      List<Operation> following = operations.subList(index + 1, operations.size());
      EnumGuard.of(operation, before, current, preceding)
          .ifPresent(
              guard -> (guard.isEarly(before, preceding) ? first : drafts).add(guard.statement()));
      if (operation instanceof AlterEnum change) {
        EnumStrangers.of(change, current)
            .ifPresent(
                strangers ->
                    (strangers.isEarly(before, preceding) ? first : drafts)
                        .add(strangers.statement()));
      }
      drafts.addAll(taken.said(operation).accept(new OperationSql(current, after, following)));
      current = after;
    }
    first.addAll(drafts);
    return TransactionPlan.of(first);
  }
}
