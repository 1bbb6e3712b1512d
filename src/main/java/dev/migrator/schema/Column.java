package dev.migrator.schema;

import java.util.Optional;

/**
 * A column of a table.
 *
 * @param name the exact catalog name
 * @param type the portable type
 * @param nullable whether it takes NULL
 * @param collation the name of the order in which its texts are compared; empty is the database's
 * @param defaultValue what the database fills in where an insert gives nothing
 * @param identity how the database numbers it, for an identity column
 * @param generated how the database computes it, for a generated column
 * @param comment the description kept in the catalog (PostgreSQL)
 * @param options how it is kept
 */
public record Column(
    String name,
    ColumnType type,
    boolean nullable,
    Optional<String> collation,
    Optional<Expression> defaultValue,
    Optional<Identity> identity,
    Optional<Generated> generated,
    Optional<String> comment,
    ColumnOptions options) {

  /** A column with a name and a type alone; {@code with…} adds what more there is. */
  public static Column of(String name, ColumnType type, boolean nullable) {
    return new Column(
        name,
        type,
        nullable,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        ColumnOptions.NONE);
  }

  public Column withName(String other) {
    return new Column(
        other, type, nullable, collation, defaultValue, identity, generated, comment, options);
  }

  public Column withType(ColumnType other) {
    return new Column(
        name, other, nullable, collation, defaultValue, identity, generated, comment, options);
  }

  public Column withNullable(boolean other) {
    return new Column(
        name, type, other, collation, defaultValue, identity, generated, comment, options);
  }

  public Column withCollation(Optional<String> other) {
    return new Column(
        name, type, nullable, other, defaultValue, identity, generated, comment, options);
  }

  public Column withDefault(Optional<Expression> other) {
    return new Column(
        name, type, nullable, collation, other, identity, generated, comment, options);
  }

  public Column withIdentity(Optional<Identity> other) {
    return new Column(
        name, type, nullable, collation, defaultValue, other, generated, comment, options);
  }

  public Column withGenerated(Optional<Generated> other) {
    return new Column(
        name, type, nullable, collation, defaultValue, identity, other, comment, options);
  }

  public Column withComment(Optional<String> other) {
    return new Column(
        name, type, nullable, collation, defaultValue, identity, generated, other, options);
  }

  public Column withOptions(ColumnOptions other) {
    return new Column(
        name, type, nullable, collation, defaultValue, identity, generated, comment, other);
  }
}
