package dev.migrator.dialect.postgresql;

import dev.migrator.dialect.SqlGenerator;
import dev.migrator.dialect.Statement;
import dev.migrator.operation.Operation;
import dev.migrator.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/** Turns the operations of one revision into PostgreSQL's statements. */
final class PostgresqlSqlGenerator implements SqlGenerator {

  @Override
  public List<Statement> generate(List<Operation> operations, Schema before) {
    List<Draft> drafts = new ArrayList<>();
    Schema current = before;
    for (int index = 0; index < operations.size(); index++) {
      Operation operation = operations.get(index);
      Schema after = operation.applyTo(current);
      List<Operation> following = operations.subList(index + 1, operations.size());
      drafts.addAll(operation.accept(new OperationSql(current, after, following)));
      current = after;
    }
    return TransactionPlan.of(drafts);
  }
}
