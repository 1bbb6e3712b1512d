package dev.migrator.diff;

import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Index;
import dev.migrator.schema.IndexKey;
import dev.migrator.schema.Table;
import java.util.List;
import java.util.stream.Stream;

/** The columns on which constraints and indexes stand. */
final class Columns {

  private Columns() {}

  /** The plain columns among an index's keys, in order. */
  static List<String> of(Index index) {
    return index.keys().stream()
        .map(IndexKey::part)
        .filter(IndexKey.OnColumn.class::isInstance)
        .map(part -> ((IndexKey.OnColumn) part).column())
        .toList();
  }

  /** Whether an index would lose something if the column went. */
  static boolean mentions(Index index, String column) {
    return of(index).contains(column)
        || index.include().contains(column)
        || expressions(index).anyMatch(expression -> expression.mentions(column));
  }

  static boolean mentions(CheckConstraint check, String column) {
    return check.expression().mentions(column);
  }

  /** The columns of a table that a check mentions, in the table's order. */
  static List<String> of(CheckConstraint check, Table table) {
    return table.columns().stream()
        .map(column -> column.name())
        .filter(name -> mentions(check, name))
        .toList();
  }

  private static Stream<Expression> expressions(Index index) {
    Stream<Expression> keys =
        index.keys().stream()
            .map(IndexKey::part)
            .filter(IndexKey.OnExpression.class::isInstance)
            .map(part -> ((IndexKey.OnExpression) part).expression());
    return Stream.concat(keys, index.where().stream());
  }
}
