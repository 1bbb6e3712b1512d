package dev.migrator.dialect.postgresql;

import static dev.migrator.dialect.postgresql.PostgresqlIdentifiers.literal;
import static dev.migrator.dialect.postgresql.PostgresqlIdentifiers.quote;

import dev.migrator.dialect.UnsupportedChangeException;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.AlterEnum;
import dev.migrator.operation.Operation;
import dev.migrator.schema.Column;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The defaults that are values of an enumeration, which make way while it is replaced. */
final class EnumDefaults {

  private final AlterEnum operation;
  private final EnumType to;
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
    TableSql sql = new TableSql(operation);
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

  /**
   * The default under the new type. One that names a removed value takes the replacement, or is
   * left to the operation of this revision that changes it.
   */
  private Optional<String> after(Held one) {
    String result = one.sql();
    for (String value : operation.removed()) {
      if (!to.values().contains(value) && result.contains(literal(value))) {
        Optional<String> replacement = Optional.ofNullable(operation.replace().get(value));
        if (replacement.isEmpty() && changesLater(one)) {
          return Optional.empty();
        }
        String other = replacement.orElseThrow(() -> refusal(one));
        result = result.replace(literal(value), literal(other));
      }
    }
    return Optional.of(result);
  }

  private UnsupportedChangeException refusal(Held one) {
    return new UnsupportedChangeException(
        operation,
        "column %s.%s has the default %s. Change the default first."
            .formatted(one.table().name(), one.column().name(), one.sql()));
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
