package dev.migrator.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;

/**
 * The pattern that names the columns of one use of an embeddable: {@code @EmbeddedColumnNaming}.
 *
 * @param text has {@code %s} where a column's own name goes
 */
record ColumnNamePattern(String text) {

  private static final DotName ANNOTATION = Vocabulary.hibernate("EmbeddedColumnNaming");

  /**
   * The pattern that stands on a member; without one of its own the attribute's name goes ahead.
   */
  static Optional<ColumnNamePattern> of(Member member) {
    return member
        .annotations()
        .find(ANNOTATION)
        .map(found -> Values.text(found, "value").orElse(member.name() + "_%s"))
        .map(ColumnNamePattern::new);
  }

  /** An attribute of the embeddable with its column, or those of its parts, named anew. */
  Attribute name(Attribute attribute) {
    return switch (attribute.kind()) {
      case BASIC ->
          new Attribute(
              named(attribute.member(), Vocabulary.COLUMN, ""), attribute.kind(), List.of());
      case EMBEDDED ->
          new Attribute(
              attribute.member(),
              attribute.kind(),
              attribute.parts().stream().map(this::name).toList());
      case COLLECTION ->
          new Attribute(
              withIndex(named(attribute.member(), Vocabulary.COLUMN, "")),
              attribute.kind(),
              List.of());
      case INVERSE ->
          Inverse.isCollection(attribute.member())
              ? new Attribute(withIndex(attribute.member()), attribute.kind(), List.of())
              : attribute;
      case STRUCT, TO_ONE, ANY, COMPUTED -> attribute;
    };
  }

  /** A collection with the column of its positions or keys named anew. */
  private Member withIndex(Member collection) {
    return switch (CollectionType.of(collection).kind()) {
      case LIST -> named(collection, Vocabulary.ORDER_COLUMN, "_ORDER");
      case MAP -> named(collection, Vocabulary.MAP_KEY_COLUMN, "_KEY");
      case BAG, SET, ID_BAG -> collection;
    };
  }

  /**
   * A member with a column named anew.
   *
   * @param annotation what describes the column
   * @param suffix what stands behind the member's name where the column has none of its own
   */
  private Member named(Member member, DotName annotation, String suffix) {
    Optional<AnnotationInstance> column = member.annotations().find(annotation);
    String own = column.flatMap(found -> Values.text(found, "name")).orElse(member.name() + suffix);
    List<AnnotationValue> values = new ArrayList<>();
    column.ifPresent(
        found ->
            found.values().stream()
                .filter(value -> !value.name().equals("name"))
                .forEach(values::add));
    values.add(AnnotationValue.createStringValue("name", text.replace("%s", own)));
    return member.with(
        member
            .annotations()
            .replacing(
                Set.of(annotation), List.of(AnnotationInstance.create(annotation, null, values))));
  }
}
