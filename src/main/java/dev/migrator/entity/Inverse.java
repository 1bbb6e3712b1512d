package dev.migrator.entity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.ParameterizedType;
import org.jboss.jandex.Type;

/**
 * The side of an association that has no column: {@code mappedBy}.
 *
 * @param target the entity that has the column
 * @param attribute the attribute there
 * @param isCollection whether many rows of the target belong to one here
 */
record Inverse(ClassInfo target, String attribute, boolean isCollection) {

  /** The attribute that maps a member's association, if the member leaves it to the other side. */
  static Optional<String> mappedBy(Member member) {
    return mapping(member).flatMap(found -> Values.text(found, "mappedBy"));
  }

  /**
   * A member's inverse side, if it is one.
   *
   * @throws ModelException if the other side is no entity or has no such attribute
   * @throws UnreadMappingException for a collection that has its own columns
   */
  static Optional<Inverse> of(Member member, Entities entities) {
    Optional<AnnotationInstance> mapping = mapping(member);
    Optional<String> attribute = mappedBy(member);
    boolean isCollection = member.annotations().has(Vocabulary.ONE_TO_MANY);
    if (mapping.isEmpty() || attribute.isEmpty()) {
      if (isCollection) {
        throw new UnreadMappingException(
            member.subject(), "@OneToMany without mappedBy", "@OneToMany(mappedBy = …) is");
      }
      return Optional.empty();
    }
    ClassInfo target =
        entities.target(
            member, mapping.get(), isCollection ? element(member.type()) : member.type());
    if (entities.member(target, attribute.get()).isEmpty()) {
      throw new ModelException(
          member.subject(),
          "it is mapped by '%s', which %s does not have."
              .formatted(attribute.get(), target.name()));
    }
    return Optional.of(new Inverse(target, attribute.get(), isCollection));
  }

  private static Optional<AnnotationInstance> mapping(Member member) {
    return Stream.of(Vocabulary.ONE_TO_ONE, Vocabulary.ONE_TO_MANY)
        .flatMap(name -> member.annotations().find(name).stream())
        .findFirst();
  }

  /** What a collection holds, and a map under its keys. */
  private static Type element(Type type) {
    if (type instanceof ParameterizedType generic) {
      List<Type> arguments = generic.arguments();
      return arguments.get(arguments.size() - 1);
    }
    return type;
  }
}
