package dev.migrator.entity;

import dev.migrator.entity.ClassCode.TypeName;
import java.util.List;
import java.util.Optional;
import org.jboss.jandex.DotName;

/**
 * Finds the embeddables that stand for the user types of several columns: {@code @CompositeType}.
 *
 * @see <a
 *     href="https://docs.hibernate.org/orm/7.0/javadocs/org/hibernate/usertype/CompositeUserType.html">Hibernate:
 *     CompositeUserType</a>
 */
final class CompositeUserTypes {

  private final Evaluator evaluator;
  private final Registrations registrations;

  CompositeUserTypes(Evaluator evaluator, Registrations registrations) {
    this.evaluator = evaluator;
    this.registrations = registrations;
  }

  /** Whether such a type has the columns of a member. */
  boolean has(Member member) {
    return userType(member).isPresent();
  }

  /**
   * The class that has an attribute for each column, if the member has such a type.
   *
   * @throws ModelException if the type does not plainly say which class that is
   */
  Optional<DotName> embeddable(Member member) {
    return userType(member).map(type -> embeddable(member, type));
  }

  private Optional<DotName> userType(Member member) {
    return member
        .annotations()
        .find(Vocabulary.HIBERNATE_COMPOSITE_TYPE)
        .flatMap(found -> Values.className(found, "value"))
        .or(() -> registrations.compositeType(member.type()));
  }

  private DotName embeddable(Member member, DotName type) {
    try {
      return evaluator
          .call(type, "embeddable", List.of())
          .filter(TypeName.class::isInstance)
          .map(named -> DotName.createSimple(((TypeName) named).name().replace('/', '.')))
          .orElseThrow(() -> unknown(member, type));
    } catch (UnreadableCodeException unreadable) {
      throw unknown(member, type);
    }
  }

  private static ModelException unknown(Member member, DotName type) {
    return new ModelException(
        member.subject(),
        "which columns @CompositeType(%s) has cannot be read from the class: its embeddable() does not just return a class. Let it, put the class on models.classpath, or name the entity under models.exclude."
            .formatted(type.withoutPackagePrefix()));
  }
}
