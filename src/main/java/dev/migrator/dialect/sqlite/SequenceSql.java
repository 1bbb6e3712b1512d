package dev.migrator.dialect.sqlite;

import dev.migrator.dialect.NumberedRows;
import dev.migrator.dialect.Statement;
import dev.migrator.operation.CreateSequence;
import dev.migrator.operation.Operation;
import dev.migrator.schema.BasicType;
import dev.migrator.schema.Column;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.Table;
import java.util.List;

/**
 * A sequence as SQLite can have it, and as Hibernate makes it there: a table of its name with one
 * row that holds the next number. By how much the numbers grow is known to who takes them alone.
 */
final class SequenceSql {

  private static final Column NEXT_VALUE =
      Column.of("next_val", BasicType.of(BasicType.Kind.BIGINT), true);

  private SequenceSql() {}

  /** The table that stands for a sequence. */
  static Table table(Sequence sequence) {
    return Table.of(sequence.name(), List.of(NEXT_VALUE));
  }

  static List<Statement> create(CreateSequence operation) {
    Sequence sequence = operation.sequence();
    refuseSchema(operation, sequence.name());
    String insert =
        "INSERT INTO %s (%s) VALUES (%d)"
            .formatted(
                Identifiers.quote(sequence.name().name()), NEXT_VALUE.name(), sequence.start());
    return List.of(
        new Statement.Sql(new TableSql(Schema.EMPTY).create(table(sequence)), operation.describe()),
        new Statement.Sql(insert, operation.describe()));
  }

  /** The statement after which a sequence goes on behind numbers that it did not give. */
  static String goOnBehind(NumberedRows rows) {
    return "UPDATE %1$s SET %2$s = max(%2$s, coalesce((SELECT max(number) + %3$d FROM %4$s), %2$s))"
        .formatted(
            Identifiers.quote(rows.sequence().name().name()),
            NEXT_VALUE.name(),
            rows.distance(),
            rows.numbers(
                each -> Identifiers.quote(each.table().name()),
                each -> Identifiers.quote(each.column())));
  }

  static List<Statement> drop(Operation operation, QualifiedName sequence) {
    refuseSchema(operation, sequence);
    return List.of(
        new Statement.Sql(
            "DROP TABLE " + Identifiers.quote(sequence.name()), operation.describe()));
  }

  private static void refuseSchema(Operation operation, QualifiedName sequence) {
    if (sequence.schema().isPresent()) {
      throw Refusals.schemas(operation);
    }
  }
}
