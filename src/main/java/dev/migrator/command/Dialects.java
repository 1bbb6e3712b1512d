package dev.migrator.command;

import dev.migrator.dialect.Dialect;
import dev.migrator.dialect.postgresql.PostgresqlDialect;
import dev.migrator.dialect.sqlite.SqliteDialect;
import java.util.List;

/** The databases that there are. */
final class Dialects {

  /** Their names, as database URLs give them. */
  static final List<String> NAMES = List.of("postgresql", "sqlite");

  private Dialects() {}

  /** All of them. */
  static List<Dialect> all() {
    return NAMES.stream().map(Dialects::named).toList();
  }

  /** The dialect of a name that a database URL gave. */
  static Dialect named(String name) {
    return switch (name) {
      case "postgresql" -> new PostgresqlDialect();
      case "sqlite" -> new SqliteDialect();
      default -> throw new IllegalArgumentException("no dialect is called " + name);
    };
  }

  /**
   * The dialect of a product, as JDBC drivers name it.
   *
   * @throws CommandException if there is none
   */
  static Dialect ofProduct(String product) {
    return switch (product) {
      case "PostgreSQL" -> new PostgresqlDialect();
      case "SQLite" -> new SqliteDialect();
      default ->
          throw new CommandException(
              "the connection is one to %s, and Migrator knows PostgreSQL and SQLite."
                  .formatted(product));
    };
  }
}
