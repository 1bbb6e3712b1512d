package dev.migrator.entity;

import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Column;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What is said of a column that two members describe differently. */
final class SharedColumns {

  private SharedColumns() {}

  /**
   * Takes note of what a member says of the values of a column that another one describes, and
   * warns where that is not what the other one says.
   */
  static void readChecks(
      ColumnReader.Read read, Member member, TableDraft table, Consumer<ModelWarning> warnings) {
    String column = read.column().name();
    TableDraft.Placed holding = table.placed(column);
    List<CheckConstraint> checks = table.checksOf(column);
    if (holding.content() != TableDraft.Content.VALUE
        || checks.equals(read.checks())
        || ColumnWriters.isReadOnly(member)) {
      return;
    }
    table.add(new ConstraintWay.SharedChecks(table.name(), column, checks, read.checks()));
    warnings.accept(
        new ModelWarning(
            member.subject(),
            "the column %s has %s here and %s in %s, by which it is made. Let both say the same, or give them columns of their own."
                .formatted(
                    column, described(read.checks()), described(checks), holding.subject())));
  }

  private static String described(List<CheckConstraint> checks) {
    return checks.isEmpty()
        ? "no check"
        : checks.stream()
            .map(check -> "the check \"" + check.expression() + "\"")
            .collect(Collectors.joining(" and "));
  }

  /** That another member gives a column its type, or says whether it takes NULL. */
  static ModelWarning describedBy(TableDraft.Placed holding, Column column, Member member) {
    return new ModelWarning(
        member.subject(),
        "the column %s is %s here and %s in %s, by which it is made. Let both say the same."
            .formatted(
                column.name(), described(column), described(holding.column()), holding.subject()));
  }

  private static String described(Column column) {
    return column.type().spelling() + (column.nullable() ? "" : " not null");
  }
}
