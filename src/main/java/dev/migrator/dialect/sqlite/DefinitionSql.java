package dev.migrator.dialect.sqlite;

import dev.migrator.dialect.SqlSplitter;
import dev.migrator.dialect.UnsupportedChangeException;
import dev.migrator.operation.DropDefinitionByName;
import dev.migrator.operation.Operation;
import dev.migrator.schema.Definition;
import dev.migrator.schema.Definition.Kind;
import java.util.List;
import java.util.Optional;

/** The statements of what is kept as SQL: SQLite has views and triggers. */
final class DefinitionSql {

  private DefinitionSql() {}

  /** The statements that make it; none where nothing is given for this database. */
  static List<String> create(Operation operation, Definition definition) {
    String text =
        definition
            .sql()
            .sql(SqliteDialect.NAME)
            .orElseThrow(
                () ->
                    new UnsupportedChangeException(
                        operation, "no SQL is given for sqlite; '' does nothing there."));
    if (!text.isBlank() && !isKnown(definition.kind())) {
      throw new UnsupportedChangeException(
          operation,
          "SQLite has views and triggers alone. Give its SQL for each database: sqlite: '' does nothing.");
    }
    return SqlSplitter.split(text);
  }

  static Optional<String> text(Definition definition) {
    return definition
        .sql()
        .sql(SqliteDialect.NAME)
        .filter(text -> !text.isBlank() && isKnown(definition.kind()));
  }

  private static boolean isKnown(Kind kind) {
    return kind == Kind.VIEW || kind == Kind.TRIGGER;
  }

  /** The statements that drop it; none where nothing was made on this database. */
  static List<String> drop(Definition definition) {
    return text(definition).isPresent() ? List.of(drop(definition, "")) : List.of();
  }

  static List<String> drop(DropDefinitionByName drop) {
    Definition named = Definition.of(drop.kind(), drop.identity(), "?");
    return isKnown(drop.kind())
        ? List.of(drop(named, drop.ifExists() ? "IF EXISTS " : ""))
        : List.of();
  }

  /** A trigger's name stands for itself, without its table. */
  private static String drop(Definition definition, String ifExists) {
    return "DROP %s %s%s"
        .formatted(
            definition.kind() == Kind.VIEW ? "VIEW" : "TRIGGER",
            ifExists,
            Identifiers.quote(definition.name()));
  }
}
