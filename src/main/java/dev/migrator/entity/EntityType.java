package dev.migrator.entity;

import dev.migrator.schema.QualifiedName;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import org.jboss.jandex.ClassInfo;

/**
 * An entity of the model, and its place among the entities that it extends.
 *
 * @param info its class
 * @param name the entity's name, which is the class's without its package where none is given
 * @param annotations what stands on the class
 * @param parent the entity that it extends
 * @param inheritance how the hierarchy that it belongs to is spread over tables
 * @param table the table of its rows, which a hierarchy in a single table shares
 * @param written the table's name with its letters as the model has them
 * @param quoted whether the model quotes it; what is named after it keeps its letters then
 * @param levels the classes that it has attributes from beside those of the parent
 */
record EntityType(
    ClassInfo info,
    String name,
    Annotations annotations,
    Optional<EntityType> parent,
    Inheritance inheritance,
    QualifiedName table,
    String written,
    boolean quoted,
    List<Level> levels) {

  /** How a hierarchy of entities is spread over tables. */
  enum Inheritance {
    SINGLE_TABLE,
    JOINED,
    TABLE_PER_CLASS
  }

  EntityType {
    levels = List.copyOf(levels);
  }

  /** The entity in messages: its class. */
  String subject() {
    return info.name().toString();
  }

  /** The topmost entity of the hierarchy. */
  EntityType root() {
    return parent.map(EntityType::root).orElse(this);
  }

  boolean isAbstract() {
    return Modifier.isAbstract(info.flags());
  }

  /** Whether its rows have a table of their own, beside those of the entities above. */
  boolean hasOwnTable() {
    return !isComputed()
        && switch (inheritance) {
          case SINGLE_TABLE -> parent.isEmpty();
          case JOINED -> true;
          case TABLE_PER_CLASS -> !isAbstract();
        };
  }

  /** Whether its rows are those of a query or view, for which nothing is created. */
  boolean isComputed() {
    return annotations.has(Vocabulary.HIBERNATE_SUBSELECT)
        || annotations.has(Vocabulary.HIBERNATE_VIEW);
  }

  /** Whether it shares the table of the entity above it. */
  boolean isInSingleTable() {
    return parent.isPresent() && inheritance == Inheritance.SINGLE_TABLE;
  }

  /** Whether its table joins that of the entity above it. */
  boolean isJoined() {
    return parent.isPresent() && inheritance == Inheritance.JOINED;
  }
}
