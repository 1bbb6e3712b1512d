package dev.migrator.dialect.postgresql;

import static dev.migrator.dialect.postgresql.PostgresqlIdentifiers.literal;
import static dev.migrator.dialect.postgresql.PostgresqlIdentifiers.quote;

import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.Change;
import dev.migrator.schema.Column;
import dev.migrator.schema.Identity;
import dev.migrator.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The statements that change the attributes of one column.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">ALTER TABLE</a>
 */
final class ColumnAlteration {

  private final AlterColumn operation;
  private final TableSql sql;
  private final Table table;
  private final Column before;
  private final Column after;
  private final Optional<TypeConversion> conversion;
  private final List<String> statements = new ArrayList<>();

  /**
   * @param table the table before
   */
  ColumnAlteration(AlterColumn operation, Table table) {
    this.operation = operation;
    this.table = table;
    sql = new TableSql(operation);
    before = table.column(operation.column()).orElseThrow();
    after = operation.applyTo(before);
    conversion = operation.type().map(change -> new TypeConversion(before.type(), change.to()));
  }

  List<String> statements() {
    boolean resetsDefault = operation.defaultValue().isPresent() || losesDefault();
    Optional<String> newDefault = after.defaultValue().flatMap(sql::sql);
    if (resetsDefault
        && before.defaultValue().isPresent()
        && (newDefault.isEmpty() || conversion.isPresent())) {
      alter("DROP DEFAULT");
    }
    if (operation.identity().isPresent() && after.identity().isEmpty()) {
      alter("DROP IDENTITY IF EXISTS");
    }
    conversion.ifPresent(this::changeType);
    operation
        .nullable()
        .map(Change::to)
        .ifPresent(nullable -> alter(nullable ? "DROP NOT NULL" : "SET NOT NULL"));
    if (resetsDefault) {
      newDefault.ifPresent(text -> alter("SET DEFAULT " + text));
    }
    if (operation.identity().isPresent()) {
      after.identity().ifPresent(this::setIdentity);
    }
    return statements;
  }

  private boolean losesDefault() {
    return before.defaultValue().isPresent()
        && conversion.filter(change -> !change.keepsDefault()).isPresent();
  }

  /** Checks and indexes whose expressions name the column were read for the old type. */
  private void changeType(TypeConversion change) {
    Dependents dependents =
        change.keepsExpressions()
            ? Dependents.NONE
            : Dependents.ofExpressions(table, List.of(before.name()));
    statements.addAll(dependents.drop());
    alter(
        "TYPE "
            + PostgresqlTypes.sql(change.to())
            + change.using(quote(before.name())).map(value -> " USING " + value).orElse(""));
    statements.addAll(dependents.restore(sql));
  }

  /** A sequence begins at 1, whatever numbers the rows have. */
  private void setIdentity(Identity identity) {
    if (before.identity().isPresent()) {
      alter("SET GENERATED " + TableSql.generation(identity));
      return;
    }
    alter("ADD " + TableSql.identity(identity));
    String column = quote(before.name());
    String owner = quote(table.name());
    statements.add(
        "SELECT setval(pg_get_serial_sequence(%s, %s), (SELECT coalesce(max(%s), 0) + 1 FROM %s), false)"
            .formatted(literal(owner), literal(before.name()), column, owner));
  }

  private void alter(String action) {
    statements.add(
        "ALTER TABLE %s ALTER COLUMN %s %s"
            .formatted(quote(table.name()), quote(before.name()), action));
  }
}
