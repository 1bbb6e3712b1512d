package dev.migrator.dialect.postgresql;

import static dev.migrator.dialect.postgresql.PostgresqlIdentifiers.literal;
import static dev.migrator.dialect.postgresql.PostgresqlIdentifiers.quote;

import dev.migrator.dialect.Conversion;
import dev.migrator.dialect.postgresql.Belongings.ColumnPlace;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.AlterSequence;
import dev.migrator.operation.Change;
import dev.migrator.schema.Column;
import dev.migrator.schema.Generated;
import dev.migrator.schema.Identity;
import dev.migrator.schema.Names;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.SqlTokens;
import dev.migrator.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The statements that change the attributes of one column.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html">ALTER TABLE</a>
 */
final class ColumnAlteration {

  private final AlterColumn operation;
  private final TableSql sql;
  private final Schema schema;
  private final Table table;
  private final Column before;
  private final Column after;
  private final Optional<TypeConversion> conversion;
  private final List<String> statements = new ArrayList<>();

  /**
   * @param schema the schema before
   */
  ColumnAlteration(AlterColumn operation, Schema schema) {
    this.operation = operation;
    this.schema = schema;
    table = schema.table(operation.table()).orElseThrow();
    sql = new TableSql(operation);
    before = table.column(operation.column()).orElseThrow();
    after = operation.applyTo(before);
    conversion = operation.type().map(change -> new TypeConversion(before.type(), change.to()));
  }

  List<String> statements() {
    boolean remade = operation.type().isPresent() || operation.collation().isPresent();
    if (isGenerated(after) && (remade || operation.generated().isPresent())) {
      makeAnew(List.of(after), Dependents.NONE, () -> {});
      changeOptions();
    } else if (isGenerated(before) && !isGenerated(after)) {
      keepValues();
    } else {
      alterInPlace();
    }
    return statements;
  }

  private boolean isGenerated(Column column) {
    return column.generated().map(Generated::expression).flatMap(TableForm::sql).isPresent();
  }

  /**
   * Drops generated columns and adds them again, with everything that stands on them. What is
   * computed cannot be lost.
   *
   * @param columns the columns as they become
   * @param more what has to make way besides
   * @param meanwhile what is to be done while they are not there
   */
  private void makeAnew(List<Column> columns, Dependents more, Runnable meanwhile) {
    List<String> names = columns.stream().map(Column::name).toList();
    Dependents dependents = Dependents.of(schema, table, names).and(more);
    Belongings belongings = belongings(names);
    statements.addAll(belongings.keep());
    statements.addAll(dependents.drop());
    columns.forEach(
        column ->
            statements.add(
                "ALTER TABLE %s DROP COLUMN %s"
                    .formatted(quote(table.name()), quote(column.name()))));
    meanwhile.run();
    for (Column column : columns) {
      statements.add(TableSql.add(table.name(), "COLUMN " + sql.column(column)));
      TableSql.columnComment(table.name(), column).ifPresent(statements::add);
    }
    statements.addAll(dependents.restore(sql));
    statements.addAll(belongings.giveBack());
  }

  private Belongings belongings(List<String> columns) {
    List<ColumnPlace> places = new ArrayList<>();
    for (Table heir : Inheritance.family(schema, table)) {
      columns.forEach(column -> places.add(new ColumnPlace(heir.name(), column)));
    }
    return new Belongings("columns", List.of(), List.of(), places, List.of());
  }

  /** A generated column becomes one that holds the values which were computed until now. */
  private void keepValues() {
    if (before.generated().filter(Generated::stored).isPresent()) {
      alter("DROP EXPRESSION");
      alterInPlace();
      return;
    }
    Column copy =
        Column.of(Names.fit("migrator_new_" + after.name()), after.type(), true)
            .withCollation(after.collation());
    String name = quote(before.name());
    String value = using().orElse(name);
    statements.add(TableSql.add(table.name(), "COLUMN " + sql.column(copy)));
    statements.add(
        "UPDATE %s SET %s = %s".formatted(quote(table.name()), quote(copy.name()), value));
    Dependents dependents = Dependents.of(schema, table, List.of(before.name()));
    statements.addAll(dependents.drop());
    statements.add("ALTER TABLE %s DROP COLUMN %s".formatted(quote(table.name()), name));
    statements.add(
        "ALTER TABLE %s RENAME COLUMN %s TO %s"
            .formatted(quote(table.name()), quote(copy.name()), name));
    after.defaultValue().flatMap(sql::sql).ifPresent(text -> alter("SET DEFAULT " + text));
    if (!after.nullable()) {
      alter("SET NOT NULL");
    }
    TableSql.columnComment(table.name(), after).ifPresent(statements::add);
    statements.addAll(dependents.restore(sql));
  }

  private void alterInPlace() {
    boolean resetsDefault = operation.defaultValue().isPresent() || losesDefault();
    Optional<String> newDefault = after.defaultValue().flatMap(sql::sql);
    if (resetsDefault
        && before.defaultValue().isPresent()
        && (newDefault.isEmpty() || conversion.isPresent())) {
      alter("DROP DEFAULT");
    }
    if (operation.identity().isPresent() && after.identity().isEmpty()) {
      alter("DROP IDENTITY IF EXISTS");
    }
    if (conversion.isPresent() || operation.collation().isPresent()) {
      changeType();
    }
    operation
        .nullable()
        .map(Change::to)
        .ifPresent(nullable -> alter(nullable ? "DROP NOT NULL" : "SET NOT NULL"));
    if (resetsDefault) {
      newDefault.ifPresent(text -> alter("SET DEFAULT " + text));
    }
    if (operation.identity().isPresent()) {
      after.identity().ifPresent(this::setIdentity);
    }
    changeOptions();
  }

  private void changeOptions() {
    operation
        .options()
        .ifPresent(
            options -> statements.addAll(OptionsSql.alter(table.name(), after.name(), options)));
  }

  private boolean losesDefault() {
    return before.defaultValue().isPresent()
        && conversion.filter(change -> !change.keepsDefault()).isPresent();
  }

  /**
   * Checks and indexes whose expressions name the column were read for the old type, and columns
   * that are computed from it stand in its way.
   */
  private void changeType() {
    List<Column> computed =
        table.columns().stream().filter(column -> isComputedFrom(column, before.name())).toList();
    Dependents dependents =
        conversion.filter(change -> !change.keepsExpressions()).isPresent()
            ? Dependents.ofExpressions(schema, table, List.of(before.name()))
            : Dependents.ofDefinitions(schema, table, List.of(before.name()));
    makeAnew(computed, dependents, this::alterType);
  }

  /** The collation has to be said again, or the column loses it. */
  private void alterType() {
    alter(
        "TYPE "
            + PostgresqlTypes.sql(after.type())
            + after.collation().map(TableSql::collate).orElse("")
            + using().map(value -> " USING " + value).orElse(""));
  }

  /** The value of the new type, where PostgreSQL does not assign the old one by itself. */
  private Optional<String> using() {
    return conversion.flatMap(
        change -> Conversion.sql(operation, TableForm::sql, () -> change.of(quote(before.name()))));
  }

  private static boolean isComputedFrom(Column column, String source) {
    return column
        .generated()
        .map(Generated::expression)
        .flatMap(TableForm::sql)
        .filter(text -> SqlTokens.mentions(text, source))
        .isPresent();
  }

  /** A sequence begins at 1, whatever numbers the rows have. */
  private void setIdentity(Identity identity) {
    if (before.identity().isPresent()) {
      changeIdentity(before.identity().get(), identity);
      return;
    }
    alter("ADD " + TableSql.identity(identity));
    String column = quote(before.name());
    String owner = quote(table.name());
    statements.add(
        "SELECT setval(pg_get_serial_sequence(%s, %s), (SELECT coalesce(max(%s), 0) + 1 FROM %s), false)"
            .formatted(literal(owner), literal(before.name()), column, owner));
  }

  private void changeIdentity(Identity from, Identity to) {
    if (from.generation() != to.generation()) {
      alter("SET GENERATED " + TableSql.generation(to));
    }
    Sequence numbers = SequenceSql.ofIdentity(table.name(), before, from);
    Sequence wanted = SequenceSql.ofIdentity(table.name(), after, to);
    if (!numbers.name().equals(wanted.name())) {
      statements.add(
          "ALTER SEQUENCE %s RENAME TO %s"
              .formatted(quote(numbers.name()), quote(wanted.name().name())));
      numbers = numbers.withName(wanted.name());
    }
    if (!numbers.equals(wanted)) {
      statements.add(SequenceSql.alter(AlterSequence.between(numbers, wanted), numbers));
    }
  }

  private void alter(String action) {
    statements.add(
        "ALTER TABLE %s ALTER COLUMN %s %s"
            .formatted(quote(table.name()), quote(before.name()), action));
  }
}
