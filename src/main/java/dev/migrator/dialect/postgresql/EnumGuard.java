package dev.migrator.dialect.postgresql;

import static dev.migrator.dialect.postgresql.PostgresqlIdentifiers.quote;

import dev.migrator.dialect.HeldRows;
import dev.migrator.dialect.HeldRows.Holder;
import dev.migrator.dialect.ListedValues;
import dev.migrator.dialect.ValueLoss;
import dev.migrator.operation.AddCheck;
import dev.migrator.operation.AlterColumn;
import dev.migrator.operation.AlterEnum;
import dev.migrator.operation.Operation;
import dev.migrator.operation.RenameColumn;
import dev.migrator.operation.RenameEnumValue;
import dev.migrator.operation.RenameTable;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * Stops where a row holds a value that an enumeration loses and that nothing replaces, be the
 * enumeration a type or the CHECK of a column.
 *
 * @param operation the change
 * @param rows the rows that are looked for
 */
record EnumGuard(Operation operation, HeldRows rows) {

  /**
   * The guard of an operation; empty where no value goes.
   *
   * @param start the schema before the revision
   * @param before the schema in which the rows are looked at
   * @param preceding the operations before it in the revision
   */
  static Optional<EnumGuard> of(
      Operation operation, Schema start, Schema before, List<Operation> preceding) {
    Optional<HeldRows> rows =
        operation instanceof AlterEnum change
            ? rows(change, before)
            : operation instanceof AddCheck check
                ? rows(check, start, before, preceding)
                : operation instanceof AlterColumn alteration
                    ? rows(alteration, before, preceding)
                    : Optional.empty();
    return rows.filter(found -> !found.holders().isEmpty())
        .map(found -> new EnumGuard(operation, found));
  }

  private static Optional<HeldRows> rows(AlterEnum change, Schema before) {
    return ValueLoss.of(change, before)
        .map(
            loss -> {
              TypeChain chain = TypeChain.of(before, change.name());
              EnumValueSql values = new EnumValueSql(before, chain);
              List<String> lost = ValueLoss.lost(change, before);
              return new HeldRows(
                  loss,
                  EnumUses.of(before, chain).converted().stream()
                      .map(
                          use ->
                              new Holder(
                                  use.toString(),
                                  quote(use.table().name()),
                                  values.holds(use.sql(), use.column().type(), lost)))
                      .toList());
            });
  }

  private static Optional<HeldRows> rows(
      AddCheck check, Schema start, Schema before, List<Operation> preceding) {
    return ListedValues.of(check, before, PostgresqlDialect.NAME)
        .flatMap(
            list ->
                list.loss(start, preceding)
                    .map(
                        loss ->
                            rows(
                                loss,
                                check.table(),
                                list.column().name(),
                                "NOT (%s)".formatted(list.condition()))));
  }

  private static Optional<HeldRows> rows(
      AlterColumn change, Schema before, List<Operation> preceding) {
    return ValueLoss.of(change, before, preceding, PostgresqlDialect.NAME)
        .map(
            loss ->
                rows(
                    loss,
                    change.table(),
                    change.column(),
                    "%s::text IN %s"
                        .formatted(
                            quote(change.column()),
                            EnumSql.literals(ValueLoss.lost(change, before, preceding)))));
  }

  private static HeldRows rows(
      ValueLoss loss, QualifiedName table, String column, String predicate) {
    return new HeldRows(loss, List.of(new Holder(table + "." + column, quote(table), predicate)));
  }

  /**
   * Whether the rows can be looked at before the operations that precede this one.
   *
   * @param start the schema before all of them
   */
  boolean isEarly(Schema start, List<Operation> preceding) {
    return preceding.stream().noneMatch(this::mayChangeRows)
        && of(operation, start, start, preceding).filter(this::equals).isPresent();
  }

  private boolean mayChangeRows(Operation other) {
    return other.isOpaque()
        || (operation instanceof AlterEnum change && mayChangeRows(other, change))
        || (operation instanceof AddCheck check && mayChangeRows(other, check))
        || (operation instanceof AlterColumn change && mayChangeRows(other, change));
  }

  /** A change of the same type that replaces nothing leaves each row its value. */
  private static boolean mayChangeRows(Operation other, AlterEnum change) {
    return (other instanceof RenameEnumValue rename && rename.name().equals(change.name()))
        || (other instanceof AlterEnum earlier
            && earlier.name().equals(change.name())
            && !earlier.replace().isEmpty());
  }

  /** Another table or column may have had the name before. */
  private static boolean mayChangeRows(Operation other, AlterColumn change) {
    return (other instanceof RenameEnumValue)
        || (other instanceof RenameTable rename && rename.to().equals(change.table()))
        || (other instanceof RenameColumn rename && rename.table().equals(change.table()));
  }

  /** What has a name now may have had another one before. */
  private static boolean mayChangeRows(Operation other, AddCheck check) {
    return (other instanceof AlterColumn alteration && alteration.table().equals(check.table()))
        || (other instanceof RenameTable rename && rename.to().equals(check.table()))
        || (other instanceof RenameColumn rename && rename.table().equals(check.table()));
  }

  /** A statement that fails with the number of such rows by column. */
  Draft statement() {
    return Draft.refusal(
        operation,
        """
          SELECT string_agg(held, ', ') INTO findings FROM (
        %s
          ) AS counts;\
        """
            .formatted(rows.counts()),
        rows.message("findings"));
  }
}
