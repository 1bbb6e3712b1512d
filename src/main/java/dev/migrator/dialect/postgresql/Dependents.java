package dev.migrator.dialect.postgresql;

import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Expression;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.Index;
import dev.migrator.schema.IndexKey;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.SqlTokens;
import dev.migrator.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * What stands on columns and has to make way while their type changes.
 *
 * @param checks the CHECK constraints, each with its table
 * @param indexes the indexes, each with its table
 * @param foreignKeys the foreign keys, each with its table
 */
record Dependents(
    List<On<CheckConstraint>> checks, List<On<Index>> indexes, List<On<ForeignKey>> foreignKeys) {

  static final Dependents NONE = new Dependents(List.of(), List.of(), List.of());

  /** Something on a table. */
  record On<T>(QualifiedName table, T item) {}

  /** The checks and indexes with an expression that names one of the table's columns. */
  static Dependents ofExpressions(Table table, Collection<String> columns) {
    Table named = ChosenNames.fill(table);
    return new Dependents(
        named.checks().stream()
            .filter(check -> mentions(check.expression(), columns))
            .map(check -> new On<>(table.name(), check))
            .toList(),
        named.indexes().stream()
            .filter(index -> expressions(index).anyMatch(sql -> mentions(sql, columns)))
            .map(index -> new On<>(table.name(), index))
            .toList(),
        List.of());
  }

  /** The same, and these foreign keys. */
  Dependents withForeignKeys(List<On<ForeignKey>> others) {
    return new Dependents(checks, indexes, others);
  }

  /** Both together. */
  Dependents and(Dependents other) {
    return new Dependents(
        concat(checks, other.checks),
        concat(indexes, other.indexes),
        concat(foreignKeys, other.foreignKeys));
  }

  /** The statements that drop them. */
  List<String> drop() {
    List<String> statements = new ArrayList<>();
    foreignKeys.forEach(
        on -> statements.add(TableSql.dropConstraint(on.table(), on.item().name().orElseThrow())));
    checks.forEach(
        on -> statements.add(TableSql.dropConstraint(on.table(), on.item().name().orElseThrow())));
    indexes.forEach(
        on -> statements.add(TableSql.dropIndex(on.table(), on.item().name().orElseThrow())));
    return statements;
  }

  /** The statements that create them again. */
  List<String> restore(TableSql sql) {
    List<String> statements = new ArrayList<>();
    checks.forEach(
        on ->
            sql.check(on.item())
                .ifPresent(clause -> statements.add(TableSql.add(on.table(), clause))));
    indexes.forEach(on -> sql.createIndex(on.table(), on.item()).ifPresent(statements::add));
    foreignKeys.forEach(on -> statements.add(TableSql.add(on.table(), sql.foreignKey(on.item()))));
    return statements;
  }

  private static Stream<Expression> expressions(Index index) {
    return Stream.concat(
        index.where().stream(),
        index.keys().stream()
            .map(IndexKey::part)
            .filter(IndexKey.OnExpression.class::isInstance)
            .map(part -> ((IndexKey.OnExpression) part).expression()));
  }

  private static boolean mentions(Expression expression, Collection<String> columns) {
    return TableForm.sql(expression)
        .filter(text -> columns.stream().anyMatch(column -> SqlTokens.mentions(text, column)))
        .isPresent();
  }

  private static <T> List<T> concat(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
