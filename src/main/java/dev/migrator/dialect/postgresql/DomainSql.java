package dev.migrator.dialect.postgresql;

import static dev.migrator.dialect.postgresql.PostgresqlIdentifiers.quote;

import dev.migrator.operation.AlterDomain;
import dev.migrator.operation.Operation;
import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Domain;
import dev.migrator.schema.DomainRef;
import dev.migrator.schema.Validity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The statements of domains.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createdomain.html">CREATE DOMAIN</a>
 */
final class DomainSql {

  private final TableSql sql;

  /**
   * @param operation the operation, for messages
   */
  DomainSql(Operation operation) {
    sql = new TableSql(operation);
  }

  /** A domain over a domain takes over the default of that one, unless it is dropped. */
  List<String> create(Domain domain) {
    StringBuilder text =
        new StringBuilder("CREATE DOMAIN %s AS ".formatted(quote(domain.name())))
            .append(PostgresqlTypes.sql(domain.type()))
            .append(domain.collation().map(TableSql::collate).orElse(""));
    Optional<String> defaultValue = domain.defaultValue().flatMap(sql::sql);
    defaultValue.ifPresent(value -> text.append(" DEFAULT ").append(value));
    text.append(domain.nullable() ? "" : " NOT NULL");
    checks(domain, check -> check.validity() != Validity.NOT_VALID)
        .forEach(clause -> text.append(' ').append(clause));
    List<String> statements = new ArrayList<>(List.of(text.toString()));
    if (domain.type() instanceof DomainRef && defaultValue.isEmpty()) {
      statements.add("ALTER DOMAIN %s DROP DEFAULT".formatted(quote(domain.name())));
    }
    checks(domain, check -> check.validity() == Validity.NOT_VALID)
        .forEach(
            clause ->
                statements.add("ALTER DOMAIN %s ADD %s".formatted(quote(domain.name()), clause)));
    domain.comment().ifPresent(comment -> statements.add(comment(domain, Optional.of(comment))));
    return statements;
  }

  private Stream<String> checks(Domain domain, Predicate<CheckConstraint> wanted) {
    return domain.checks().stream().filter(wanted).flatMap(check -> sql.check(check).stream());
  }

  /**
   * The statements that alter a domain.
   *
   * @param before the domain as it is
   */
  List<String> alter(AlterDomain operation, Domain before) {
    String alter = "ALTER DOMAIN %s ".formatted(quote(before.name()));
    List<String> statements = new ArrayList<>();
    operation
        .droppedChecks()
        .forEach(
            check ->
                chosenName(before, check)
                    .ifPresent(name -> statements.add(alter + "DROP CONSTRAINT " + quote(name))));
    operation
        .defaultValue()
        .ifPresent(
            change ->
                statements.add(
                    change
                        .to()
                        .flatMap(sql::sql)
                        .map(value -> alter + "SET DEFAULT " + value)
                        .orElse(alter + "DROP DEFAULT")));
    operation
        .nullable()
        .ifPresent(
            change -> statements.add(alter + (change.to() ? "DROP NOT NULL" : "SET NOT NULL")));
    operation.addedChecks().stream()
        .flatMap(check -> sql.check(check).stream())
        .forEach(clause -> statements.add(alter + "ADD " + clause));
    operation.comment().ifPresent(change -> statements.add(comment(before, change.to())));
    return statements;
  }

  /** The name that a check has in the database; empty where the database has no such check. */
  private static Optional<String> chosenName(Domain domain, CheckConstraint check) {
    if (TableForm.sql(check.expression()).isEmpty()) {
      return Optional.empty();
    }
    return check
        .name()
        .or(
            () ->
                DomainForm.table(domain).checks().stream()
                    .filter(named -> named.withName(Optional.empty()).equals(check))
                    .findFirst()
                    .flatMap(CheckConstraint::name));
  }

  private static String comment(Domain domain, Optional<String> comment) {
    return "COMMENT ON DOMAIN %s IS %s"
        .formatted(
            quote(domain.name()), comment.map(PostgresqlIdentifiers::literal).orElse("NULL"));
  }
}
