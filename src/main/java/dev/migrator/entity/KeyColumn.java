package dev.migrator.entity;

import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import java.util.List;
import java.util.Optional;

/**
 * A column of an entity's key.
 *
 * @param path the attribute that it holds: {@code id}, {@code id.zone}, {@code owner.id}
 * @param column the column, as it is in the entity's own table
 * @param copied the type that Hibernate gives to what refers to it: without the size that Bean
 *     Validation gives, of which it learns later
 * @param written its name as the model writes it
 * @param definition the SQL by which the model defines it; Hibernate defines what refers to it by
 *     the same, its default included
 */
record KeyColumn(
    String path,
    Column column,
    ColumnType copied,
    WrittenName written,
    Optional<ColumnDefinition> definition) {

  /** A column that holds a value. */
  static KeyColumn of(String path, Member member, ColumnReader columns, Naming naming) {
    return new KeyColumn(
        path,
        columns.read(member).column(),
        columns.unconstrainedType(member),
        naming.written(member.column()).orElse(new WrittenName(member.name(), false)),
        member.column().flatMap(ColumnDefinition::of));
  }

  /** A column that refers to another one. */
  static KeyColumn of(String path, JoinColumn join) {
    return new KeyColumn(path, join.column(), join.copied(), join.written(), join.definition());
  }

  /** The names of the columns of a key. */
  static List<String> names(List<KeyColumn> key) {
    return key.stream().map(each -> each.column().name()).toList();
  }

  /** Whether it holds an attribute or a part of it; all of a key has no path. */
  boolean isWithin(String attribute) {
    return attribute.isEmpty() || path.equals(attribute) || path.startsWith(attribute + ".");
  }

  /** What is left of its path behind an attribute that it is within. */
  String pathWithin(String attribute) {
    return path.length() > attribute.length() && !attribute.isEmpty()
        ? path.substring(attribute.length() + 1)
        : path;
  }
}
