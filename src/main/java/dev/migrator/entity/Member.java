package dev.migrator.entity;

import java.util.Optional;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.Type;

/**
 * A persistent attribute of an entity.
 *
 * @param declaring the class that declares it
 * @param name the attribute's name
 * @param type its type, with type variables replaced
 * @param declaredType the type as it is written, with the annotations on it
 * @param annotations what stands on the field or getter that JPA reads
 * @param both the same, with what stands on the getter or field that JPA does not read: Bean
 *     Validation reads both
 */
record Member(
    ClassInfo declaring,
    String name,
    Type type,
    Type declaredType,
    Annotations annotations,
    Annotations both) {

  /** The member in messages: {@code com.example.blog.Profile.gender}. */
  String subject() {
    return declaring.name() + "." + name;
  }

  Optional<AnnotationInstance> column() {
    return annotations.find(Vocabulary.COLUMN);
  }

  boolean isKey() {
    return annotations.has(Vocabulary.ID);
  }

  boolean isPrimitive() {
    return type.kind() == Type.Kind.PRIMITIVE;
  }
}
