package dev.migrator.entity;

import java.util.Set;
import org.jboss.jandex.DotName;

/**
 * The annotations that shape the schema and are not read. A model that carries one is refused: a
 * schema without what they say would be silently wrong.
 */
final class Unread {

  private static final Set<DotName> ON_MEMBERS =
      Set.of(Vocabulary.hibernate("Columns"), Vocabulary.hibernate("CompositeType"));

  private Unread() {}

  /**
   * @throws UnreadMappingException naming the first of them
   */
  static void refuseOnMember(Member member) {
    member.annotations().names().stream()
        .filter(ON_MEMBERS::contains)
        .findFirst()
        .ifPresent(
            name -> {
              throw new UnreadMappingException(member.subject(), "@" + name.withoutPackagePrefix());
            });
  }
}
