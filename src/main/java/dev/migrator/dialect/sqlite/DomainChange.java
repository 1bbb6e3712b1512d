package dev.migrator.dialect.sqlite;

import dev.migrator.operation.AlterDomain;
import dev.migrator.schema.ArrayType;
import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Column;
import dev.migrator.schema.Domain;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SqlTokens;
import dev.migrator.schema.Table;

/**
 * What an alteration of a domain does to the columns that use it: they are declared anew, if their
 * rows keep to what the domain says now.
 *
 * @param operation the alteration
 * @param before the schema before it
 * @param after the schema after it
 */
record DomainChange(AlterDomain operation, Schema before, Schema after) {

  static DomainChange of(AlterDomain operation, Schema before, Schema after) {
    return new DomainChange(operation, before, after);
  }

  void applyTo(PendingTables pending) {
    for (Table table : before.tablesUsing(operation.name())) {
      boolean changes =
          table.columns().stream()
              .anyMatch(
                  column ->
                      !new TableSql(before)
                          .column(table, column)
                          .equals(new TableSql(after).column(table, column)));
      if (changes) {
        TableWork work = pending.on(table.name(), before);
        table.columns().stream().filter(this::isOfDomain).forEach(column -> check(work, column));
        work.rebuild(operation);
      }
    }
  }

  private boolean isOfDomain(Column column) {
    return !(column.type() instanceof ArrayType)
        && before.standsOn(column.type(), operation.name());
  }

  private void check(TableWork work, Column column) {
    if (operation.nullable().filter(change -> !change.to()).isPresent()) {
      work.refuseNulls(column.name());
    }
    for (CheckConstraint added : operation.addedChecks()) {
      SqliteExpressions.sql(added.expression())
          .ifPresent(
              text ->
                  work.refuseRows(
                      column.name(),
                      "domain %s: rows of %s.%s do not keep to the new check: %s"
                          .formatted(operation.name(), work.name(), column.name(), text),
                      source -> "NOT (%s)".formatted(replaced(text, source))));
    }
  }

  /** The condition over what the column is copied from. */
  private static String replaced(String condition, String source) {
    StringBuilder text = new StringBuilder();
    int copied = 0;
    for (SqlTokens.Token token : SqlTokens.of(condition)) {
      if (token.isWord(Domain.VALUE)) {
        text.append(condition, copied, token.start()).append('(').append(source).append(')');
        copied = token.end();
      }
    }
    return text.append(condition, copied, condition.length()).toString();
  }
}
