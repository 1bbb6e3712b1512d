package dev.migrator.entity;

import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Column;
import dev.migrator.schema.ColumnType;
import java.util.List;
import java.util.Optional;
import org.jboss.jandex.AnnotationInstance;

/**
 * A column by which one table refers to another.
 *
 * @param column the referencing column
 * @param copied the type that Hibernate gives it
 * @param referenced the referenced one
 * @param path the attribute that the referenced column holds
 * @param written its name as the model writes it, or as it follows from the referenced one's
 * @param described the annotation that says more of it
 * @param definition the SQL that defines it: its own, else that of the referenced column
 */
record JoinColumn(
    Column column,
    ColumnType copied,
    Column referenced,
    String path,
    WrittenName written,
    Optional<AnnotationInstance> described,
    Optional<ColumnDefinition> definition) {

  /** A column of a table's own key, which refers to that of another table. */
  static JoinColumn ofKey(KeyColumn own, KeyColumn referenced) {
    return new JoinColumn(
        own.column(),
        own.copied(),
        referenced.column(),
        referenced.path(),
        own.written(),
        Optional.empty(),
        own.definition());
  }

  JoinColumn withColumn(Column other) {
    ColumnType type = other.type().equals(column.type()) ? copied : other.type();
    return new JoinColumn(other, type, referenced, path, written, described, definition);
  }

  /** The column, which takes NULL only if its definition does not say otherwise. */
  Column column(boolean nullable) {
    return column.withNullable(nullable && definition.filter(ColumnDefinition::notNull).isEmpty());
  }

  boolean isUnique() {
    return described.flatMap(found -> Values.flag(found, "unique")).orElse(false)
        || definition.filter(ColumnDefinition::unique).isPresent();
  }

  /** The conditions that its definition makes. */
  List<CheckConstraint> checks() {
    return definition.stream().flatMap(found -> found.checks().stream()).toList();
  }
}
