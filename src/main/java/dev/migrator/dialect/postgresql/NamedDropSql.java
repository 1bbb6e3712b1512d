package dev.migrator.dialect.postgresql;

import static dev.migrator.dialect.postgresql.PostgresqlIdentifiers.quote;

import dev.migrator.operation.DropByName;
import dev.migrator.schema.QualifiedName;

/** The statement that drops something by its name alone. */
final class NamedDropSql {

  private NamedDropSql() {}

  static String of(DropByName drop) {
    String ifExists = drop.ifExists() ? "IF EXISTS " : "";
    String name = quote(drop.name().name());
    return switch (drop.kind()) {
      case SCHEMA -> "DROP SCHEMA " + ifExists + name;
      case ENUM, COMPOSITE -> "DROP TYPE " + ifExists + quote(drop.name());
      case DOMAIN -> "DROP DOMAIN " + ifExists + quote(drop.name());
      case SEQUENCE -> "DROP SEQUENCE " + ifExists + quote(drop.name());
      case TABLE -> "DROP TABLE " + ifExists + quote(drop.name());
      case INDEX -> "DROP INDEX " + ifExists + quote(index(drop));
      case COLUMN -> alterTable(drop, ifExists) + " DROP COLUMN " + ifExists + name;
      case PRIMARY_KEY, UNIQUE, CHECK, EXCLUSION, FOREIGN_KEY ->
          alterTable(drop, ifExists) + " DROP CONSTRAINT " + ifExists + name;
    };
  }

  private static String alterTable(DropByName drop, String ifExists) {
    return "ALTER TABLE " + ifExists + quote(drop.table().orElseThrow());
  }

  /** An index stands in the schema of its table. */
  private static QualifiedName index(DropByName drop) {
    return drop.name().schema().isPresent()
        ? drop.name()
        : drop.table().map(table -> table.withName(drop.name().name())).orElse(drop.name());
  }
}
