package dev.migrator.operation;

import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import dev.migrator.schema.Domain;
import dev.migrator.schema.Expression;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SqlTokens;
import dev.migrator.schema.Table;
import dev.migrator.schema.ValueLiterals;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What becomes of the texts that name a value of an enumeration when another takes its place.
 *
 * @param before the schema before
 * @param type the enumeration
 */
record RenamingValue(Schema before, QualifiedName type, String from, String to) {

  /** The table with the defaults that hold the value changed. */
  Table inDefaults(Table table) {
    return table.withColumns(table.columns().stream().map(this::inDefault).toList());
  }

  /** The domain with its default changed. */
  Domain inDefault(Domain domain) {
    return domain.withDefault(inDefault(domain.defaultValue(), domain.type()));
  }

  private Column inDefault(Column column) {
    return column.withDefault(inDefault(column.defaultValue(), column.type()));
  }

  private Optional<Expression> inDefault(Optional<Expression> sql, ColumnType of) {
    return sql.map(
        expression ->
            expression.map(
                text ->
                    before.madeOf(of, type) || SqlTokens.mentions(text, type.name())
                        ? replace(text)
                        : text));
  }

  /** The table with everything that names the value changed, as in a database that knows it. */
  Table everywhere(Table table) {
    List<String> columns =
        table.columns().stream()
            .filter(column -> before.madeOf(column.type(), type))
            .map(Column::name)
            .toList();
    UnaryOperator<String> change =
        text ->
            columns.stream().anyMatch(column -> SqlTokens.mentions(text, column))
                ? replace(text)
                : text;
    UnaryOperator<Expression> reword = sql -> sql.map(change);
    return Renaming.conditions(table, change)
        .withColumns(
            table.columns().stream()
                .map(this::inDefault)
                .map(column -> Renaming.generated(column, reword))
                .toList())
        .withIndexes(
            table.indexes().stream()
                .map(index -> Renaming.index(index, UnaryOperator.identity(), reword))
                .toList());
  }

  /** The domain with everything that names the value changed. */
  Domain everywhere(Domain domain) {
    return before.madeOf(domain.type(), type)
        ? inDefault(domain)
            .withChecks(
                domain.checks().stream()
                    .map(check -> check.withExpression(check.expression().map(this::replace)))
                    .toList())
        : domain;
  }

  private String replace(String text) {
    return ValueLiterals.replace(text, from, to);
  }
}
