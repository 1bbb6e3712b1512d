package dev.migrator.dialect.postgresql;

import dev.migrator.dialect.Spellings;
import dev.migrator.schema.Column;
import dev.migrator.schema.Domain;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Table;
import java.util.List;

/**
 * The form in which PostgreSQL shows a domain. Its expressions are those of a table with one column
 * that is called {@code value}.
 */
final class DomainForm {

  /** The default of a domain over another one that has the other's no more. */
  private static final Expression NONE = Expression.of(TableForm.NONE);

  private DomainForm() {}

  static Domain normalized(Domain domain, Spellings spellings) {
    Table form = new TableForm(table(domain), spellings).normalized();
    Column value = form.columns().get(0);
    return new Domain(
        domain.name(),
        value.type(),
        domain.nullable(),
        value.collation(),
        value.defaultValue().filter(sql -> !sql.equals(NONE)),
        form.checks(),
        form.comment());
  }

  /** The table that stands for the domain, with a name on each check. */
  static Table table(Domain domain) {
    Column value =
        Column.of(Domain.VALUE, domain.type(), domain.nullable())
            .withCollation(domain.collation())
            .withDefault(domain.defaultValue());
    return ChosenNames.fill(Table.of(domain.name(), List.of()).withChecks(domain.checks()))
        .withColumns(List.of(value))
        .withComment(domain.comment());
  }
}
