package dev.migrator.operation;

import dev.migrator.schema.Column;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.Expression;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.Index;
import dev.migrator.schema.IndexKey;
import dev.migrator.schema.PrimaryKey;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.SequenceOwner;
import dev.migrator.schema.SqlTokens;
import dev.migrator.schema.Table;
import dev.migrator.schema.UniqueConstraint;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What a rename of a table or column does to everything that names it. */
final class Renaming {

  private Renaming() {}

  /** One table of the schema in which the table {@code from} becomes {@code to}. */
  static Table table(Table table, QualifiedName from, QualifiedName to) {
    Table renamed =
        (table.name().equals(from) ? table.withName(to) : table)
            .withOptions(table.options().withParent(from, to));
    return renamed.withForeignKeys(
        renamed.foreignKeys().stream()
            .map(
                key ->
                    key.references().equals(from) ? refer(key, to, key.referencedColumns()) : key)
            .toList());
  }

  /** The sequences of a schema in which the table {@code from} becomes {@code to}. */
  static List<Sequence> owners(List<Sequence> sequences, QualifiedName from, QualifiedName to) {
    return owners(
        sequences,
        owner -> owner.table().equals(from) ? new SequenceOwner(to, owner.column()) : owner);
  }

  /** The sequences of a schema in which a table's column {@code from} becomes {@code to}. */
  static List<Sequence> owners(
      List<Sequence> sequences, QualifiedName table, String from, String to) {
    return owners(
        sequences,
        owner ->
            owner.equals(new SequenceOwner(table, from)) ? new SequenceOwner(table, to) : owner);
  }

  private static List<Sequence> owners(
      List<Sequence> sequences, UnaryOperator<SequenceOwner> change) {
    return sequences.stream()
        .map(sequence -> sequence.withOwner(sequence.owner().map(change)))
        .toList();
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

  /** The table in which one of its constraints has another name. */
  static Table constraint(Table table, Constraint renamed, String to) {
    return table
        .withPrimaryKey(
            table
                .primaryKey()
                .map(key -> key.equals(renamed) ? key.withName(Optional.of(to)) : key))
        .withUniques(named(table.uniques(), renamed, u -> u.withName(Optional.of(to))))
        .withForeignKeys(named(table.foreignKeys(), renamed, k -> k.withName(Optional.of(to))))
        .withChecks(named(table.checks(), renamed, c -> c.withName(Optional.of(to))))
        .withExclusions(named(table.exclusions(), renamed, e -> e.withName(Optional.of(to))));
  }

  private static <T extends Constraint> List<T> named(
      List<T> constraints, Constraint renamed, UnaryOperator<T> withName) {
    return constraints.stream().map(c -> c.equals(renamed) ? withName.apply(c) : c).toList();
  }

  /** The table in which one of its indexes has another name. */
  static Table index(Table table, String from, String to) {
    return table.withIndexes(
        table.indexes().stream()
            .map(i -> i.name().equals(Optional.of(from)) ? i.withName(Optional.of(to)) : i)
            .toList());
  }

  private static Table own(Table table, String from, String to, UnaryOperator<String> rename) {
    UnaryOperator<String> change = text -> SqlTokens.rename(text, from, to);
    UnaryOperator<Expression> reword = sql -> sql.map(change);
    return conditions(table, change)
        .withColumns(
            table.columns().stream()
                .map(column -> column.withName(rename.apply(column.name())))
                .map(column -> generated(column, reword))
                .toList())
        .withPrimaryKey(table.primaryKey().map(key -> key(key, rename)))
        .withUniques(table.uniques().stream().map(unique -> unique(unique, rename)).toList())
        .withForeignKeys(table.foreignKeys().stream().map(key -> foreignKey(key, rename)).toList())
        .withIndexes(table.indexes().stream().map(index -> index(index, rename, reword)).toList())
        .withOptions(table.options().withPartitionBy(table.options().partitionBy().map(change)));
  }

  /** The table with the texts of its checks and exclusions changed. */
  static Table conditions(Table table, UnaryOperator<String> change) {
    return table
        .withChecks(
            table.checks().stream()
                .map(check -> check.withExpression(check.expression().map(change)))
                .toList())
        .withExclusions(
            table.exclusions().stream()
                .map(exclusion -> exclusion.withDefinition(change.apply(exclusion.definition())))
                .toList());
  }

  private static PrimaryKey key(PrimaryKey key, UnaryOperator<String> rename) {
    return key.withColumns(all(key.columns(), rename)).withOptions(key.options().renamed(rename));
  }

  private static UniqueConstraint unique(UniqueConstraint unique, UnaryOperator<String> rename) {
    return unique
        .withColumns(all(unique.columns(), rename))
        .withOptions(unique.options().renamed(rename));
  }

  private static ForeignKey foreignKey(ForeignKey key, UnaryOperator<String> rename) {
    return key.withColumns(all(key.columns(), rename), key.referencedColumns())
        .withOptions(key.options().withSetColumns(all(key.options().setColumns(), rename)));
  }

  /** The column with what it is computed by changed. */
  static Column generated(Column column, UnaryOperator<Expression> reword) {
    return column.withGenerated(
        column
            .generated()
            .map(computed -> computed.withExpression(reword.apply(computed.expression()))));
  }

  /** The index with the columns and expressions that it is on changed. */
  static Index index(Index index, UnaryOperator<String> rename, UnaryOperator<Expression> reword) {
    return index
        .withKeys(
            index.keys().stream()
                .map(key -> key.withPart(part(key.part(), rename, reword)))
                .toList())
        .withWhere(index.where().map(reword))
        .withInclude(all(index.include(), rename));
  }

  private static IndexKey.Part part(
      IndexKey.Part part, UnaryOperator<String> rename, UnaryOperator<Expression> reword) {
    if (part instanceof IndexKey.OnExpression computed) {
      return new IndexKey.OnExpression(reword.apply(computed.expression()));
    }
    return new IndexKey.OnColumn(rename.apply(((IndexKey.OnColumn) part).column()));
  }

  private static ForeignKey refer(ForeignKey key, QualifiedName table, List<String> columns) {
    return key.withReferences(table).withColumns(key.columns(), columns);
  }

  private static List<String> all(List<String> names, UnaryOperator<String> rename) {
    return names.stream().map(rename).toList();
  }
}
