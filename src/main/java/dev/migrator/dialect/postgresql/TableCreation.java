package dev.migrator.dialect.postgresql;

import static dev.migrator.dialect.postgresql.PostgresqlIdentifiers.quote;

import dev.migrator.dialect.SqlSplitter;
import dev.migrator.operation.CreateTable;
import dev.migrator.schema.Column;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Creates a table, which may inherit columns from others.
 *
 * @param operation the creation
 * @param before the schema before it
 */
record TableCreation(CreateTable operation, Schema before) {

  List<Draft> drafts() {
    List<String> statements =
        operation
            .sql()
            .flatMap(sql -> sql.sql(PostgresqlDialect.NAME))
            .map(SqlSplitter::split)
            .orElseGet(() -> new TableSql(operation).create(heir(operation.table())));
    return Stream.concat(
            Stream.of(Draft.table(operation, statements.get(0))),
            Stream.concat(statements.stream().skip(1), narrowed(operation.table()))
                .map(sql -> Draft.definition(operation, sql)))
        .toList();
  }

  /**
   * The table without the expressions that it inherits. Before PostgreSQL 16 a column that is
   * generated in a parent may not say it again.
   */
  private Table heir(Table table) {
    return table.withColumns(
        table.columns().stream()
            .map(
                column ->
                    column.withGenerated(
                        column
                            .generated()
                            .filter(
                                own ->
                                    inherited(table.options().inherits(), column.name())
                                        .noneMatch(
                                            other -> other.generated().equals(Optional.of(own))))))
            .toList());
  }

  /** What a table inherits as a column that takes NULL, and lets take none itself. */
  private Stream<String> narrowed(Table table) {
    return table.columns().stream()
        .filter(column -> column.options().inherited() && !column.nullable())
        .filter(column -> takesNull(table.options().parents(), column.name()))
        .map(
            column ->
                "ALTER TABLE %s ALTER COLUMN %s SET NOT NULL"
                    .formatted(quote(table.name()), quote(column.name())));
  }

  private boolean takesNull(List<QualifiedName> parents, String column) {
    return inherited(parents, column).anyMatch(Column::nullable);
  }

  private Stream<Column> inherited(List<QualifiedName> parents, String column) {
    return parents.stream()
        .flatMap(parent -> before.table(parent).stream())
        .flatMap(parent -> parent.column(column).stream());
  }
}
