package dev.migrator.entity;

import java.util.Optional;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.Type;

/**
 * A persistent attribute of an entity.
 *
 * @param level the class that declares it
 * @param name the attribute's name
 * @param type its type, with type variables replaced
 * @param declaredType the type as it is written, with the annotations on it
 * @param annotations what stands on the field or getter that JPA reads
 * @param both the same, with what stands on the getter or field that JPA does not read: Bean
 *     Validation reads both
 */
record Member(
    Level level,
    String name,
    Type type,
    Type declaredType,
    Annotations annotations,
    Annotations both) {

  /** The class that declares it. */
  ClassInfo declaring() {
    return level.info();
  }

  /** The member in messages: {@code com.example.blog.Profile.gender}. */
  String subject() {
    return declaring().name() + "." + name;
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

  /** The same member as if annotated otherwise. */
  Member with(Annotations others) {
    return new Member(level, name, type, declaredType, others, both);
  }

  /** The same member under other constraints of Bean Validation. */
  Member withConstraints(Annotations others) {
    return new Member(level, name, type, declaredType, annotations, others);
  }

  /**
   * The same member, which another class of the hierarchy declares, too, with the constraints
   * there.
   */
  Member constrainedBy(Member again) {
    return withConstraints(both.and(Validation.constraints(again.both)));
  }

  /** The same member, with the attributes of what it holds on getters. */
  Member withPartsOnGetters() {
    Level onGetters = new Level(level.info(), level.arguments(), true, level.embedded());
    return new Member(onGetters, name, type, declaredType, annotations, both);
  }

  /**
   * What a member holds, as if it were a member: an element of a collection, a key of a map.
   *
   * @param part the attribute's name, from which its column is named
   */
  Member holding(String part, Type held, Annotations annotated) {
    return new Member(level, part, held, held, annotated, annotated);
  }
}
