package dev.migrator.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A named type that narrows another one ({@code CREATE DOMAIN}). SQLite has none: there each column
 * of it is narrowed itself.
 *
 * @param name the domain's name
 * @param type the type whose values it takes
 * @param nullable whether it takes NULL
 * @param collation the name of the order in which its texts are compared; empty is the type's
 * @param defaultValue what a column without a default of its own is filled with
 * @param checks what its values keep to, each saying {@code VALUE} for the value
 * @param comment the description kept in the catalog (PostgreSQL)
 */
public record Domain(
    QualifiedName name,
    ColumnType type,
    boolean nullable,
    Optional<String> collation,
    Optional<Expression> defaultValue,
    List<CheckConstraint> checks,
    Optional<String> comment)
    implements UserType {

  /** The word that stands for the value in a check. */
  public static final String VALUE = "value";

  public Domain {
    List<CheckConstraint> sorted = new ArrayList<>(checks);
    sorted.sort(Comparator.comparing(check -> check.name().orElse("") + check.expression()));
    checks = List.copyOf(sorted);
  }

  /** Another name for a type; {@code with…} adds what more there is. */
  public static Domain of(QualifiedName name, ColumnType type) {
    return new Domain(
        name, type, true, Optional.empty(), Optional.empty(), List.of(), Optional.empty());
  }

  @Override
  public boolean uses(QualifiedName other) {
    return Schema.uses(type, other);
  }

  public Domain withType(ColumnType other) {
    return new Domain(name, other, nullable, collation, defaultValue, checks, comment);
  }

  public Domain withNullable(boolean other) {
    return new Domain(name, type, other, collation, defaultValue, checks, comment);
  }

  public Domain withCollation(Optional<String> other) {
    return new Domain(name, type, nullable, other, defaultValue, checks, comment);
  }

  public Domain withDefault(Optional<Expression> other) {
    return new Domain(name, type, nullable, collation, other, checks, comment);
  }

  public Domain withChecks(List<CheckConstraint> others) {
    return new Domain(name, type, nullable, collation, defaultValue, others, comment);
  }

  public Domain withComment(Optional<String> other) {
    return new Domain(name, type, nullable, collation, defaultValue, checks, other);
  }
}
