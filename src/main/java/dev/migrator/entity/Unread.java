package dev.migrator.entity;

import static dev.migrator.entity.Vocabulary.jpa;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.jandex.DotName;

/**
 * The annotations that shape the schema and are not read. A model that carries one is refused: a
 * schema without what they say would be silently wrong.
 */
final class Unread {

  private static final Set<DotName> ON_MEMBERS =
      names(
          List.of("Convert", "Converts", "EnumeratedValue"),
          List.of(
              "Array",
              "Columns",
              "CompositeType",
              "GeneratedColumn",
              "JavaType",
              "JdbcType",
              "PartitionKey",
              "TenantId",
              "Type"));

  private Unread() {}

  /**
   * @throws UnreadMappingException naming the first of them
   */
  static void refuseOnMember(Member member) {
    refuse(member.subject(), member.annotations(), ON_MEMBERS);
  }

  private static void refuse(String subject, Annotations annotations, Set<DotName> unread) {
    annotations.names().stream()
        .filter(unread::contains)
        .findFirst()
        .ifPresent(
            name -> {
              throw new UnreadMappingException(subject, "@" + name.withoutPackagePrefix());
            });
  }

  private static Set<DotName> names(List<String> jpa, List<String> hibernate) {
    return Stream.concat(
            jpa.stream().map(Vocabulary::jpa), hibernate.stream().map(Vocabulary::hibernate))
        .collect(Collectors.toUnmodifiableSet());
  }
}
