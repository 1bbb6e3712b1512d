package dev.migrator.entity;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;

/**
 * A persistent attribute as it is where it stands: with all that is said of it elsewhere.
 *
 * @param member the member, with its effective annotations
 * @param kind how it is mapped
 * @param parts the attributes of an embeddable, kept in columns or as one value; none for others
 * @param struct the annotation of a struct
 */
record Attribute(
    Member member, Kind kind, List<Attribute> parts, Optional<AnnotationInstance> struct) {

  /** How an attribute is mapped. */
  enum Kind {
    /** One column; of an embeddable, a document. */
    BASIC,
    /** The columns of its parts. */
    EMBEDDED,
    /** One column of a row type, which has the columns of its parts. */
    STRUCT,
    /** A reference to an entity, on the side that has the columns. */
    TO_ONE,
    /** A reference to one of several entities. */
    ANY,
    /** A collection, in a table of its own or by a column of its elements' table. */
    COLLECTION,
    /** The other side of an association that has its columns elsewhere. */
    INVERSE,
    /** No column: it is computed. */
    COMPUTED
  }

  Attribute {
    parts = List.copyOf(parts);
  }

  /** An attribute that is no struct. */
  Attribute(Member member, Kind kind, List<Attribute> parts) {
    this(member, kind, parts, Optional.empty());
  }

  /**
   * Attributes in the order in which Hibernate binds them: the key, then those of each class, the
   * topmost first, by name.
   */
  static List<Attribute> byName(List<Attribute> attributes) {
    List<DotName> classes =
        attributes.stream()
            .map(attribute -> attribute.member.declaring().name())
            .distinct()
            .toList();
    return attributes.stream()
        .sorted(
            Comparator.comparing((Attribute attribute) -> !attribute.isKey())
                .thenComparing(attribute -> classes.indexOf(attribute.member.declaring().name()))
                .thenComparing(Attribute::name))
        .toList();
  }

  String name() {
    return member.name();
  }

  boolean isKey() {
    return member.annotations().has(Vocabulary.ID)
        || member.annotations().has(Vocabulary.EMBEDDED_ID);
  }

  /** The part under a path of names: {@code city.name}. */
  Optional<Attribute> part(List<String> path) {
    return path.isEmpty()
        ? Optional.of(this)
        : parts.stream()
            .filter(part -> part.name().equals(path.get(0)))
            .findFirst()
            .flatMap(part -> part.part(path.subList(1, path.size())));
  }

  /** This attribute, or the parts of its parts where it has any. */
  Stream<Attribute> leaves() {
    return kind == Kind.EMBEDDED ? parts.stream().flatMap(Attribute::leaves) : Stream.of(this);
  }
}
