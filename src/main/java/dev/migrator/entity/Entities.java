package dev.migrator.entity;

import dev.migrator.schema.QualifiedName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Type;

/** The entities of the model: their tables' names and members, and what others reference. */
final class Entities {

  private final Map<DotName, ClassInfo> entities;
  private final Classes classes;
  private final Members members;
  private final Naming naming;

  Entities(Map<DotName, ClassInfo> entities, Classes classes, Naming naming) {
    this.entities = entities;
    this.classes = classes;
    this.members = new Members(classes);
    this.naming = naming;
  }

  List<ClassInfo> all() {
    return List.copyOf(entities.values());
  }

  List<Member> members(ClassInfo entity) {
    return members.of(entity);
  }

  Annotations annotations(ClassInfo entity) {
    return Annotations.of(entity, classes);
  }

  /** The name of an entity's table. */
  QualifiedName table(ClassInfo entity) {
    Optional<AnnotationInstance> table = classes.annotation(entity, Vocabulary.TABLE);
    return new QualifiedName(
        table.flatMap(found -> Values.text(found, "schema")).map(naming::given),
        table
            .flatMap(found -> Values.text(found, "name"))
            .map(naming::given)
            .orElseGet(() -> naming.table(name(entity))));
  }

  /** The entity's name: the class's without its package, if {@code @Entity} gives none. */
  private String name(ClassInfo entity) {
    return classes
        .annotation(entity, Vocabulary.ENTITY)
        .flatMap(found -> Values.text(found, "name"))
        .orElseGet(() -> entity.name().withoutPackagePrefix());
  }

  /**
   * The entity that an association leads to.
   *
   * @param mapping the association's annotation, which may name it
   * @param type the member's type, or that of its elements
   * @throws ModelException if that is none
   */
  ClassInfo target(Member member, AnnotationInstance mapping, Type type) {
    DotName name =
        Values.className(mapping, "targetEntity")
            .filter(given -> !given.toString().equals("void"))
            .orElseGet(type::name);
    ClassInfo known = entities.get(name);
    if (known != null) {
      return known;
    }
    ClassInfo other = classes.get(name, "the target of " + member.subject());
    throw new ModelException(
        member.subject(),
        classes.has(other, Vocabulary.ENTITY)
            ? "it references the entity %s, which is no part of the model. Add it under models.packages or models.classes."
                .formatted(name)
            : "it references %s, which has no @Entity.".formatted(name));
  }

  /** The member of an entity by its attribute's name. */
  Optional<Member> member(ClassInfo entity, String attribute) {
    return members(entity).stream().filter(m -> m.name().equals(attribute)).findFirst();
  }
}
