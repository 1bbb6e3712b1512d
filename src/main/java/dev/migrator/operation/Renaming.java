package dev.migrator.operation;

import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Column;
import dev.migrator.schema.Expression;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.Index;
import dev.migrator.schema.IndexKey;
import dev.migrator.schema.PrimaryKey;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SqlTokens;
import dev.migrator.schema.Table;
import dev.migrator.schema.UniqueConstraint;
import java.util.List;
import java.util.function.UnaryOperator;

/** What a rename of a table, column or enum value does to everything that names it. */
final class Renaming {

  private Renaming() {}

  /** One table of the schema in which the table {@code from} becomes {@code to}. */
  static Table table(Table table, QualifiedName from, QualifiedName to) {
    Table renamed = table.name().equals(from) ? table.withName(to) : table;
    return renamed.withForeignKeys(
        renamed.foreignKeys().stream()
            .map(
                key ->
                    key.references().equals(from) ? refer(key, to, key.referencedColumns()) : key)
            .toList());
  }

  /**
   * One table of the schema in which the column {@code from} of {@code owner} becomes {@code to}.
   */
  static Table column(Table table, QualifiedName owner, String from, String to) {
    UnaryOperator<String> rename = name -> name.equals(from) ? to : name;
    Table result = table.name().equals(owner) ? own(table, from, to, rename) : table;
    return result.withForeignKeys(
        result.foreignKeys().stream()
            .map(
                key ->
                    key.references().equals(owner)
                        ? refer(key, owner, all(key.referencedColumns(), rename))
                        : key)
            .toList());
  }

  /**
   * One table of the schema in which an enumeration's value becomes another: its defaults and the
   * expressions over its columns follow, as they do in a database that keeps them by value.
   */
  static Table enumValue(Table table, QualifiedName type, String from, String to) {
    List<Column> users =
        table.columns().stream().filter(column -> Schema.uses(column.type(), type)).toList();
    UnaryOperator<String> replace = text -> SqlTokens.replaceLiteral(text, from, to);
    UnaryOperator<Expression> reword =
        sql ->
            sql.map(
                text ->
                    users.stream().anyMatch(column -> SqlTokens.mentions(text, column.name()))
                        ? replace.apply(text)
                        : text);
    return table
        .withColumns(
            table.columns().stream()
                .map(
                    column ->
                        generated(
                            users.contains(column)
                                ? column.withDefault(
                                    column.defaultValue().map(sql -> sql.map(replace)))
                                : column,
                            reword))
                .toList())
        .withChecks(
            table.checks().stream()
                .map(check -> new CheckConstraint(check.name(), reword.apply(check.expression())))
                .toList())
        .withIndexes(
            table.indexes().stream()
                .map(index -> index(index, UnaryOperator.identity(), reword))
                .toList());
  }

  private static Table own(Table table, String from, String to, UnaryOperator<String> rename) {
    UnaryOperator<Expression> reword = sql -> sql.map(text -> SqlTokens.rename(text, from, to));
    return table
        .withColumns(
            table.columns().stream()
                .map(column -> column.withName(rename.apply(column.name())))
                .map(column -> generated(column, reword))
                .toList())
        .withPrimaryKey(
            table.primaryKey().map(key -> new PrimaryKey(key.name(), all(key.columns(), rename))))
        .withUniques(
            table.uniques().stream()
                .map(unique -> new UniqueConstraint(unique.name(), all(unique.columns(), rename)))
                .toList())
        .withForeignKeys(
            table.foreignKeys().stream()
                .map(
                    key ->
                        new ForeignKey(
                            key.name(),
                            all(key.columns(), rename),
                            key.references(),
                            key.referencedColumns(),
                            key.onDelete(),
                            key.onUpdate()))
                .toList())
        .withChecks(
            table.checks().stream()
                .map(check -> new CheckConstraint(check.name(), reword.apply(check.expression())))
                .toList())
        .withIndexes(table.indexes().stream().map(index -> index(index, rename, reword)).toList());
  }

  private static Column generated(Column column, UnaryOperator<Expression> reword) {
    return column.withGenerated(
        column
            .generated()
            .map(computed -> computed.withExpression(reword.apply(computed.expression()))));
  }

  private static Index index(
      Index index, UnaryOperator<String> rename, UnaryOperator<Expression> reword) {
    return new Index(
        index.name(),
        index.keys().stream()
            .map(key -> new IndexKey(part(key.part(), rename, reword), key.descending()))
            .toList(),
        index.unique(),
        index.where().map(reword),
        index.method(),
        all(index.include(), rename));
  }

  private static IndexKey.Part part(
      IndexKey.Part part, UnaryOperator<String> rename, UnaryOperator<Expression> reword) {
    if (part instanceof IndexKey.OnExpression computed) {
      return new IndexKey.OnExpression(reword.apply(computed.expression()));
    }
    return new IndexKey.OnColumn(rename.apply(((IndexKey.OnColumn) part).column()));
  }

  private static ForeignKey refer(ForeignKey key, QualifiedName table, List<String> columns) {
    return new ForeignKey(
        key.name(), key.columns(), table, columns, key.onDelete(), key.onUpdate());
  }

  private static List<String> all(List<String> names, UnaryOperator<String> rename) {
    return names.stream().map(rename).toList();
  }
}
