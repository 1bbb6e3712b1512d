package dev.migrator.dialect.sqlite;

import dev.migrator.dialect.SqlGenerator;
import dev.migrator.dialect.Statement;
import dev.migrator.operation.Operation;
import dev.migrator.schema.Schema;
import java.util.List;

/** SQL for SQLite: what {@code ALTER TABLE} cannot do is done by rebuilding the table. */
final class SqliteSqlGenerator implements SqlGenerator {

  @Override
  public List<Statement> generate(List<Operation> operations, Schema before) {
    return new Generation(before).run(operations);
  }
}
