package dev.migrator.entity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.Declaration;
import org.jboss.jandex.DotName;

/**
 * The classes that {@code @IdClass} names. As in Hibernate, the attributes of one are the key,
 * whether the entity marks them or not; and where it has an annotation of a mapping itself, as
 * before JPA 2, they are as they are there. What Bean Validation wants of them shapes no schema.
 */
final class KeyClasses {

  /** What makes Hibernate read the attributes in the key's class and not in the entity. */
  private static final Set<DotName> MAPPINGS =
      Set.of(
          Vocabulary.COLUMN,
          Vocabulary.ID,
          Vocabulary.GENERATED_VALUE,
          Vocabulary.MANY_TO_ONE,
          Vocabulary.ONE_TO_ONE,
          Vocabulary.ONE_TO_MANY,
          Vocabulary.MANY_TO_MANY);

  private static final Annotations MARK =
      Annotations.of(List.of(AnnotationInstance.create(Vocabulary.ID, null, List.of())));

  private final Classes classes;
  private final Levels levels;
  private final Members members;

  KeyClasses(Classes classes, Levels levels, Members members) {
    this.classes = classes;
    this.levels = levels;
    this.members = members;
  }

  /** The members of an entity, those of its key as they are mapped. */
  List<Member> applyTo(EntityType entity, List<Member> all) {
    return all.isEmpty()
        ? all
        : named(entity).map(keyClass -> applyTo(entity, all, keyClass)).orElse(all);
  }

  /** The class that the nearest class of the entity names. */
  Optional<ClassInfo> named(EntityType entity) {
    return entity.levels().stream()
        .flatMap(level -> classes.annotation(level.info(), Vocabulary.ID_CLASS).stream())
        .flatMap(found -> Values.className(found, "value").stream())
        .reduce((above, below) -> below)
        .map(name -> classes.get(name, "the @IdClass of " + entity.subject()));
  }

  private List<Member> applyTo(EntityType entity, List<Member> all, ClassInfo keyClass) {
    boolean getters = entity.levels().stream().allMatch(Level::getters);
    Map<String, Member> parts =
        members.ofEmbeddable(levels.ofKeyClass(keyClass, getters), List.of()).stream()
            .collect(Collectors.toMap(Member::name, Function.identity()));
    if (isOfAnother(all, parts.keySet())) {
      return all;
    }
    boolean mapped = isMapped(keyClass);
    return all.stream()
        .map(
            member ->
                Optional.ofNullable(parts.get(member.name()))
                    .map(part -> mapped && !isToOne(member) ? part : member)
                    .map(KeyClasses::key)
                    .orElse(member))
        .toList();
  }

  /** Whether it is the class of another entity's key, which an association gives as a whole. */
  private static boolean isOfAnother(List<Member> all, Set<String> parts) {
    List<Member> marked = all.stream().filter(Member::isKey).toList();
    return marked.size() == 1 && isToOne(marked.get(0)) && !parts.contains(marked.get(0).name());
  }

  private boolean isMapped(ClassInfo keyClass) {
    Stream<Declaration> declared =
        Stream.concat(keyClass.fields().stream(), keyClass.methods().stream());
    return declared
        .flatMap(declaration -> classes.annotations(declaration).stream())
        .anyMatch(found -> MAPPINGS.contains(found.name()));
  }

  private static boolean isToOne(Member member) {
    return member.annotations().has(Vocabulary.MANY_TO_ONE)
        || member.annotations().has(Vocabulary.ONE_TO_ONE);
  }

  private static Member key(Member member) {
    Member unconstrained = member.withConstraints(Annotations.of(List.of()));
    return member.isKey() ? unconstrained : unconstrained.with(member.annotations().and(MARK));
  }
}
