package dev.migrator.dialect.sqlite;

import dev.migrator.dialect.UnsupportedChangeException;
import dev.migrator.operation.Operation;
import dev.migrator.schema.Column;
import dev.migrator.schema.DomainRef;
import dev.migrator.schema.EnumRef;
import dev.migrator.schema.Expression;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Schema;
import dev.migrator.schema.Table;
import dev.migrator.schema.TableOptions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What SQLite cannot hold is refused where it first appears, rather than left out silently. */
final class Refusals {

  private static final List<String> COLLATIONS = List.of("binary", "nocase", "rtrim");

  private Refusals() {}

  /** Refuses an operation that makes a table what SQLite cannot hold. */
  static void check(Operation operation, Table table, Schema schema) {
    if (names(table).anyMatch(name -> name.schema().isPresent())) {
      throw schemas(operation);
    }
    if (!table.exclusions().isEmpty()) {
      throw exclusions(operation);
    }
    if (table.columns().isEmpty()) {
      throw refusal(operation, "SQLite has no table without columns; give %s one", table.name());
    }
    TableOptions options = table.options();
    if (options.partitionBy().isPresent() || !options.parents().isEmpty()) {
      throw refusal(operation, "SQLite has no partitions and no inheritance of tables");
    }
    for (Column column : table.columns().stream().map(new TableSql(schema)::declared).toList()) {
      if (column.identity().isPresent() && !isWholeKey(table, column)) {
        throw refusal(
            operation,
            "SQLite numbers a column by itself only if it is the whole primary key; %s.%s is not",
            table.name(),
            column.name());
      }
      if (column.collation().filter(name -> !isCollation(name)).isPresent()) {
        throw refusal(
            operation,
            "column %s.%s has the collation '%s', but SQLite knows %s alone",
            table.name(),
            column.name(),
            column.collation().orElseThrow(),
            String.join(", ", COLLATIONS));
      }
      if (column.type() instanceof EnumRef reference
          && schema.enumType(reference.name()).isEmpty()) {
        throw refusal(operation, "enum '%s' does not exist", reference.name());
      }
      if (column.type() instanceof DomainRef reference) {
        throw refusal(operation, "domain '%s' does not exist", reference.name());
      }
    }
    Optional<Expression> missing =
        TableSql.expressions(table)
            .filter(expression -> expression.sql(SqliteDialect.NAME).isEmpty())
            .findFirst();
    if (missing.isPresent()) {
      throw refusal(
          operation,
          "an expression of table '%s' is not given for sqlite: %s",
          table.name(),
          missing.get());
    }
  }

  private static boolean isCollation(String name) {
    return COLLATIONS.contains(name.toLowerCase(Locale.ROOT));
  }

  private static Stream<QualifiedName> names(Table table) {
    return Stream.concat(
        Stream.of(table.name()), table.foreignKeys().stream().map(ForeignKey::references));
  }

  private static boolean isWholeKey(Table table, Column column) {
    return table
        .primaryKey()
        .filter(key -> key.columns().equals(List.of(column.name())))
        .isPresent();
  }

  /** SQLite has one schema. */
  static UnsupportedChangeException schemas(Operation operation) {
    return refusal(operation, "SQLite has no schemas; name the table without one");
  }

  static UnsupportedChangeException exclusions(Operation operation) {
    return refusal(operation, "SQLite has no exclusion constraints");
  }

  private static UnsupportedChangeException refusal(
      Operation operation, String reason, Object... arguments) {
    return new UnsupportedChangeException(operation, reason.formatted(arguments) + ".");
  }
}
