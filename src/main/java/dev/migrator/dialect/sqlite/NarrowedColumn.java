package dev.migrator.dialect.sqlite;

import dev.migrator.schema.Column;
import dev.migrator.schema.Domain;
import dev.migrator.schema.DomainRef;
import dev.migrator.schema.EnumRef;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Schema;
import dev.migrator.schema.SqlTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A column as SQLite has it: it says itself what its domain or enumeration says elsewhere.
 *
 * @param column the column, of a type that is no domain
 * @param conditions what its values keep to because of its type
 */
record NarrowedColumn(Column column, List<String> conditions) {

  NarrowedColumn {
    conditions = List.copyOf(conditions);
  }

  /**
   * @param schema where domains and enumerations are looked up
   */
  static NarrowedColumn of(Schema schema, Column meant) {
    Column column = meant.withDefault(defaultValue(schema, meant));
    List<String> conditions = new ArrayList<>();
    while (column.type() instanceof DomainRef reference) {
      Optional<Domain> found = schema.domain(reference.name());
      if (found.isEmpty()) {
        break;
      }
      Domain domain = found.get();
      conditions.addAll(conditions(domain, column.name()));
      Column outer = column;
      column =
          outer
              .withType(domain.type())
              .withNullable(outer.nullable() && domain.nullable())
              .withCollation(outer.collation().or(domain::collation));
    }
    values(schema, column).ifPresent(conditions::add);
    return new NarrowedColumn(column, conditions);
  }

  /** The default of a domain is its own, not that of a domain under it. */
  private static Optional<Expression> defaultValue(Schema schema, Column column) {
    boolean computed = column.generated().isPresent() || column.identity().isPresent();
    return column
        .defaultValue()
        .or(
            () ->
                Optional.of(column.type())
                    .filter(type -> !computed && type instanceof DomainRef)
                    .flatMap(type -> schema.domain(((DomainRef) type).name()))
                    .flatMap(Domain::defaultValue));
  }

  private static List<String> conditions(Domain domain, String column) {
    return domain.checks().stream()
        .flatMap(check -> SqliteExpressions.sql(check.expression()).stream())
        .map(text -> SqlTokens.rename(text, Domain.VALUE, column))
        .toList();
  }

  private static Optional<String> values(Schema schema, Column column) {
    return column.type() instanceof EnumRef reference
        ? schema
            .enumType(reference.name())
            .map(EnumType::values)
            .map(values -> isOneOf(Identifiers.quote(column.name()), values))
        : Optional.empty();
  }

  /** NULL is not in an empty list, while it may be in any other. */
  private static String isOneOf(String column, List<String> values) {
    return values.isEmpty()
        ? column + " IS NULL"
        : "%s IN (%s)".formatted(column, Identifiers.literals(values));
  }

  /** The conditions as one. */
  String condition() {
    return conditions.size() == 1
        ? conditions.get(0)
        : conditions.stream().collect(Collectors.joining(") AND (", "(", ")"));
  }
}
