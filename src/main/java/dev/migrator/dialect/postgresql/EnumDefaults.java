package dev.migrator.dialect.postgresql;

import static dev.migrator.dialect.postgresql.PostgresqlIdentifiers.quote;

import dev.migrator.dialect.UnsupportedChangeException;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.AlterDomain;
import dev.migrator.operation.AlterEnum;
import dev.migrator.operation.EnumValues;
import dev.migrator.operation.Operation;
import dev.migrator.schema.Column;
import dev.migrator.schema.Domain;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import dev.migrator.schema.ValueLiterals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The defaults that are values of an enumeration, which make way while it is replaced. */
final class EnumDefaults {

  private final AlterEnum operation;
  private final EnumType to;
  private final TableSql sql;
  private final List<Operation> following;
  private final List<Held> held = new ArrayList<>();

  /** One default. */
  private record Held(Table table, Column column, String sql, boolean alone) {

    /** A default that is set for a table is set for the tables that inherit from it as well. */
    String alter() {
      return "ALTER TABLE %s%s ALTER COLUMN %s "
          .formatted(alone ? "" : "ONLY ", quote(table.name()), quote(column.name()));
    }
  }

  /**
   * @param to the enumeration after the change
   * @param following the operations that come after it in the revision
   */
  EnumDefaults(
      AlterEnum operation,
      Schema before,
      EnumType to,
      EnumDependents dependents,
      List<Operation> following) {
    this.operation = operation;
    this.to = to;
    this.following = following;
    sql = new TableSql(operation);
    for (Table table : before.tables()) {
      Predicate<String> names = dependents.mentions().on(table);
      boolean alone = !isRelated(before, table);
      for (Column column : table.columns()) {
        boolean isUse = dependents.mentions().isColumn(table, column);
        column
            .defaultValue()
            .flatMap(sql::sql)
            .filter(text -> isUse || names.test(text))
            .ifPresent(text -> held.add(new Held(table, column, text, alone)));
      }
    }
  }

  private static boolean isRelated(Schema schema, Table table) {
    return !table.options().parents().isEmpty()
        || schema.tables().stream()
            .anyMatch(other -> other.options().parents().contains(table.name()));
  }

  List<String> drop() {
    return held.stream().map(one -> one.alter() + "DROP DEFAULT").toList();
  }

  List<String> restore() {
    return held.stream()
        .flatMap(one -> after(one).map(text -> one.alter() + "SET DEFAULT " + text).stream())
        .toList();
  }

  private Optional<String> after(Held one) {
    return after(
        "column %s.%s".formatted(one.table().name(), one.column().name()),
        one.sql(),
        changesLater(one));
  }

  /** The domain with its default under the new type. */
  Domain domain(Domain domain) {
    return domain.withDefault(
        domain
            .defaultValue()
            .flatMap(sql::sql)
            .flatMap(text -> after("domain " + domain.name(), text, changesLater(domain)))
            .map(Expression::of));
  }

  /**
   * The default under the new type. One that names a removed value takes the replacement, or is
   * left to the operation of this revision that changes it.
   */
  private Optional<String> after(String owner, String text, boolean changesLater) {
    String result = text;
    for (String value : EnumValues.without(operation.removed(), to.values())) {
      String replacement = operation.replace().getOrDefault(value, value);
      result = ValueLiterals.replace(result, value, replacement);
      if (ValueLiterals.hold(result, value)) {
        if (changesLater) {
          return Optional.empty();
        }
        throw new UnsupportedChangeException(
            operation, "%s has the default %s. Change the default first.".formatted(owner, text));
      }
    }
    return Optional.of(result);
  }

  private boolean changesLater(Domain domain) {
    return following.stream()
        .anyMatch(
            later ->
                later instanceof AlterDomain alteration
                    && alteration.name().equals(domain.name())
                    && alteration.defaultValue().isPresent());
  }

  private boolean changesLater(Held one) {
    return following.stream()
        .anyMatch(
            later ->
                later instanceof AlterColumn alteration
                    && alteration.table().equals(one.table().name())
                    && alteration.column().equals(one.column().name())
                    && alteration.defaultValue().isPresent());
  }
}
