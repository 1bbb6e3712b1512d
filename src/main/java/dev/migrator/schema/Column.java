package dev.migrator.schema;

import java.util.Optional;

/**
 * A column of a table.
 *
 * @param name the exact catalog name
 * @param type the portable type
 * @param nullable whether it takes NULL
 * @param defaultValue what the database fills in where an insert gives nothing
 * @param identity how the database numbers it, for an identity column
 * @param comment the description kept in the catalog (PostgreSQL)
 */
public record Column(
    String name,
    ColumnType type,
    boolean nullable,
    Optional<Expression> defaultValue,
    Optional<Identity> identity,
    Optional<String> comment) {

  /** A column without default, identity and comment. */
  public static Column of(String name, ColumnType type, boolean nullable) {
    return new Column(name, type, nullable, Optional.empty(), Optional.empty(), Optional.empty());
  }

  public Column withName(String other) {
    return new Column(other, type, nullable, defaultValue, identity, comment);
  }

  public Column withType(ColumnType other) {
    return new Column(name, other, nullable, defaultValue, identity, comment);
  }

  public Column withNullable(boolean other) {
    return new Column(name, type, other, defaultValue, identity, comment);
  }

  public Column withDefault(Optional<Expression> other) {
    return new Column(name, type, nullable, other, identity, comment);
  }

  public Column withIdentity(Optional<Identity> other) {
    return new Column(name, type, nullable, defaultValue, other, comment);
  }

  public Column withComment(Optional<String> other) {
    return new Column(name, type, nullable, defaultValue, identity, other);
  }
}
