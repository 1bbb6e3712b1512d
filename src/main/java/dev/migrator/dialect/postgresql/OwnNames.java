package dev.migrator.dialect.postgresql;

import static dev.migrator.dialect.postgresql.PostgresqlIdentifiers.literal;
import static dev.migrator.dialect.postgresql.PostgresqlIdentifiers.quote;

import dev.migrator.schema.Column;
import dev.migrator.schema.Identity;
import dev.migrator.schema.QualifiedName;
import dev.migrator.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What PostgreSQL names by itself after a table and a column, and leaves behind when these get
 * other names: the sequence of an identity column, and from 18 on the NOT NULL constraint. They
 * follow, so that a database that was migrated is one that was made anew.
 *
 * @param table the table before
 * @param renamed its name after
 */
record OwnNames(Table table, QualifiedName renamed) {

  /** The statements that follow a rename of the table. */
  List<String> ofAll() {
    List<String> statements = new ArrayList<>();
    table.columns().forEach(column -> sequence(column, column.name()).ifPresent(statements::add));
    statements.addAll(notNulls(table.columns().stream().map(c -> notNull(c, c.name())).toList()));
    return statements;
  }

  /** The statements that follow a rename of a column. */
  List<String> of(Column column, String to) {
    List<String> statements = new ArrayList<>();
    sequence(column, to).ifPresent(statements::add);
    statements.addAll(notNulls(List.of(notNull(column, to))));
    return statements;
  }

  private Optional<String> sequence(Column column, String to) {
    QualifiedName from = ChosenNames.sequence(table.name(), column.name());
    String name = ChosenNames.sequence(renamed, to).name();
    return column
        .identity()
        .map(Identity::sequence)
        .filter(Optional::isEmpty)
        .filter(chosen -> !from.name().equals(name))
        .map(chosen -> "ALTER SEQUENCE %s RENAME TO %s".formatted(quote(from), quote(name)));
  }

  private Optional<String> notNull(Column column, String to) {
    String from = ChosenNames.notNull(table.name(), column.name());
    String name = ChosenNames.notNull(renamed, to);
    return column.nullable() || column.options().notNullName().isPresent() || from.equals(name)
        ? Optional.empty()
        : Optional.of(
            """
              IF EXISTS (SELECT FROM pg_constraint WHERE conrelid = %s::regclass AND conname = %s) THEN
                ALTER TABLE %s RENAME CONSTRAINT %s TO %s;
              END IF;
            """
                .formatted(
                    literal(quote(renamed)),
                    literal(from),
                    quote(renamed),
                    quote(from),
                    quote(name)));
  }

  /** Versions before 18 have no such constraints, and nothing to rename. */
  private static List<String> notNulls(List<Optional<String>> renames) {
    String body = String.join("", renames.stream().flatMap(Optional::stream).toList());
    return body.isEmpty() ? List.of() : List.of("DO $$\nBEGIN\n" + body + "END\n$$");
  }
}
