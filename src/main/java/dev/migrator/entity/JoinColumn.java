package dev.migrator.entity;

import dev.migrator.schema.Column;
import java.util.Optional;
import org.jboss.jandex.AnnotationInstance;

/**
 * A column by which one table refers to another.
 *
 * @param column the referencing column
 * @param referenced the referenced one
 * @param path the attribute that the referenced column holds
 * @param quoted whether the name keeps its letters, as one in quotes
 * @param described the annotation that says more of it
 */
record JoinColumn(
    Column column,
    Column referenced,
    String path,
    boolean quoted,
    Optional<AnnotationInstance> described) {

  JoinColumn withColumn(Column other) {
    return new JoinColumn(other, referenced, path, quoted, described);
  }

  boolean isUnique() {
    return described.flatMap(found -> Values.flag(found, "unique")).orElse(false);
  }
}
