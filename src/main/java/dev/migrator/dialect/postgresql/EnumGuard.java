package dev.migrator.dialect.postgresql;

import static dev.migrator.dialect.postgresql.PostgresqlIdentifiers.literal;
import static dev.migrator.dialect.postgresql.PostgresqlIdentifiers.quote;

import dev.migrator.operation.AlterEnum;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.Operation;
import dev.migrator.operation.RenameEnumValue;
import dev.migrator.operation.RunJava;
import dev.migrator.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Stops where a row holds a value that goes and that nothing replaces.
 *
 * @param operation the change
 * @param before the schema in which the rows are looked at
 */
record EnumGuard(AlterEnum operation, Schema before) {

  /**
   * Whether an operation's rows can be looked at before the operations that precede it.
   *
   * @param start the schema before all of them
   * @param now the schema before the operation
   */
  static boolean isSame(Operation operation, Schema start, Schema now, List<Operation> preceding) {
    return operation instanceof AlterEnum change
        && preceding.stream().noneMatch(other -> mayChangeRows(other, change))
        && start
            .enumType(change.name())
            .filter(type -> type.values().containsAll(change.removed()))
            .isPresent()
        && new EnumGuard(change, start).statement().equals(new EnumGuard(change, now).statement());
  }

  /** A change of the same type that replaces nothing leaves each row its value. */
  private static boolean mayChangeRows(Operation operation, AlterEnum change) {
    return operation instanceof ExecuteSql
        || operation instanceof RunJava
        || (operation instanceof RenameEnumValue rename && rename.name().equals(change.name()))
        || (operation instanceof AlterEnum other
            && other.name().equals(change.name())
            && !other.replace().isEmpty());
  }

  /** A statement that fails with the number of such rows by column; none where no value goes. */
  Optional<String> statement() {
    TypeChain chain = TypeChain.of(before, operation.name());
    List<EnumUses.Use> uses = EnumUses.of(before, chain).converted();
    List<String> lost =
        operation.removed().stream()
            .filter(value -> !operation.replace().containsKey(value))
            .toList();
    if (lost.isEmpty() || uses.isEmpty()) {
      return Optional.empty();
    }
    EnumValueSql values = new EnumValueSql(before, chain);
    String counts =
        uses.stream()
            .map(use -> count(use, values.holds(use.sql(), use.column().type(), lost)))
            .collect(Collectors.joining("\n    UNION ALL\n"));
    String start =
        "enum %s cannot lose %s: still held by "
            .formatted(
                operation.name(), lost.stream().collect(Collectors.joining("', '", "'", "'")));
    String end =
        ". Change those rows first, or let the operation say what they get: replace: {%s: …}"
            .formatted(lost.get(0));
    return Optional.of(
        "DO "
            + PostgresqlIdentifiers.dollarQuoted(
                """
                DECLARE
                  holders text;
                BEGIN
                  SELECT string_agg(held, ', ') INTO holders FROM (
                %s
                  ) AS counts;
                  IF holders IS NOT NULL THEN
                    RAISE EXCEPTION USING MESSAGE = %s || holders || %s;
                  END IF;
                END\
                """
                    .formatted(counts, literal(start), literal(end))));
  }

  private static String count(EnumUses.Use use, String test) {
    return """
               SELECT count(*) || CASE count(*) WHEN 1 THEN ' row of ' ELSE ' rows of ' END || %s AS held
               FROM %s WHERE %s HAVING count(*) > 0\
           """
        .formatted(literal(use.toString()), quote(use.table().name()), test);
  }
}
