package dev.migrator.operation;

import dev.migrator.schema.Column;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.SqlTokens;
import dev.migrator.schema.Table;
import java.util.List;

/** What follows a table into another schema: the sequences of its columns. */
final class Moving {

  private Moving() {}

  /** The schema in which the sequences that a moved table's columns own are where it is. */
  static Schema sequences(Schema schema, QualifiedName table) {
    List<Sequence> owned =
        schema.sequences().stream()
            .filter(sequence -> sequence.owner().filter(o -> o.table().equals(table)).isPresent())
            .toList();
    Schema moved = schema.withTable(table, Moving::identities);
    for (Sequence sequence : owned) {
      QualifiedName to = beside(table, sequence.name());
      moved =
          moved
              .withSequences(moved.sequences().minus(sequence.name()).plus(sequence.withName(to)))
              .mapTables(other -> defaults(other, sequence.name(), to));
    }
    return moved;
  }

  private static QualifiedName beside(QualifiedName table, QualifiedName sequence) {
    return new QualifiedName(table.schema(), sequence.name());
  }

  private static Table identities(Table table) {
    return table.withColumns(
        table.columns().stream().map(column -> identity(column, table.name())).toList());
  }

  private static Column identity(Column column, QualifiedName table) {
    return column.withIdentity(
        column
            .identity()
            .map(
                identity ->
                    identity.withSequence(
                        identity
                            .sequence()
                            .map(numbers -> numbers.withName(beside(table, numbers.name()))))));
  }

  /** A default names its sequence in a literal. */
  private static Table defaults(Table table, QualifiedName from, QualifiedName to) {
    return table.withColumns(
        table.columns().stream().map(column -> withDefault(column, from, to)).toList());
  }

  private static Column withDefault(Column column, QualifiedName from, QualifiedName to) {
    return column.withDefault(
        column
            .defaultValue()
            .map(
                sql ->
                    sql.map(
                        text ->
                            SqlTokens.replaceLiteral(
                                text, SqlTokens.quoted(from), SqlTokens.quoted(to)))));
  }
}
