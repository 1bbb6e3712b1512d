package dev.migrator.dialect.sqlite;

import dev.migrator.schema.ConflictAction;
import dev.migrator.schema.KeyOptions;
import dev.migrator.schema.PrimaryKey;
import dev.migrator.schema.UniqueConstraint;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Primary keys and unique constraints as SQL, and what they share with others. */
final class KeySql {

  private KeySql() {}

  static String primaryKey(PrimaryKey key) {
    return "%sPRIMARY KEY (%s)%s"
        .formatted(
            constraint(key.name()),
            columns(key.columns(), key.options()),
            conflict(key.options().onConflict()));
  }

  /** The key of a column whose numbers are never used again, which is written on the column. */
  static String counted(PrimaryKey key) {
    return "%sPRIMARY KEY%s AUTOINCREMENT"
        .formatted(constraint(key.name()), conflict(key.options().onConflict()));
  }

  static String unique(UniqueConstraint unique) {
    return "%sUNIQUE (%s)%s"
        .formatted(
            constraint(unique.name()),
            columns(unique.columns(), unique.options()),
            conflict(unique.options().onConflict()));
  }

  private static String columns(List<String> columns, KeyOptions options) {
    return columns.stream()
        .map(
            column ->
                collated(Identifiers.quote(column), column, options)
                    + (options.descending().contains(column) ? " DESC" : ""))
        .collect(Collectors.joining(", "));
  }

  /** A value in the order in which a key compares the values of a column. */
  static String collated(String value, String column, KeyOptions options) {
    return Optional.ofNullable(options.collations().get(column))
        .map(collation -> value + " COLLATE " + Identifiers.quote(collation))
        .orElse(value);
  }

  static String constraint(Optional<String> name) {
    return name.map(given -> "CONSTRAINT " + Identifiers.quote(given) + " ").orElse("");
  }

  static String conflict(Optional<ConflictAction> action) {
    return action.map(found -> " ON CONFLICT " + found.name()).orElse("");
  }
}
