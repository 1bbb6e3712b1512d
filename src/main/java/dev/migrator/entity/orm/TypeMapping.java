package dev.migrator.entity.orm;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a mapping file says of a class.
 *
 * @param className the class
 * @param kind what it is
 * @param complete whether the annotations of the class are passed over
 * @param access where its attributes are read, {@code FIELD} or {@code PROPERTY}, if the file says
 * @param annotations what it says of the class itself
 * @param attributes what it says of the attributes
 * @param location where it stands
 */
record TypeMapping(
    String className,
    Kind kind,
    boolean complete,
    Optional<String> access,
    Said annotations,
    List<AttributeMapping> attributes,
    String location) {

  private static final Set<String> READ_ATTRIBUTES =
      Set.of("class", "name", "access", "metadata-complete");

  /** What a class is. */
  enum Kind {
    ENTITY("entity"),
    MAPPED_SUPERCLASS("mapped-superclass"),
    EMBEDDABLE("embeddable"),
    CONVERTER("converter");

    private final String element;

    Kind(String element) {
      this.element = element;
    }

    private Form form() {
      return switch (this) {
        case ENTITY -> Forms.ENTITY;
        case MAPPED_SUPERCLASS -> Forms.MAPPED_SUPERCLASS;
        case EMBEDDABLE -> Forms.EMBEDDABLE;
        case CONVERTER -> Forms.CONVERTER;
      };
    }

    static Optional<Kind> of(String element) {
      return List.of(values()).stream().filter(kind -> kind.element.equals(element)).findFirst();
    }
  }

  /**
   * @param allComplete whether the annotations of all classes in mapping files are passed over
   */
  static TypeMapping of(XmlElement element, Kind kind, boolean allComplete, Document document) {
    element.attributes().keySet().stream()
        .filter(
            name ->
                !READ_ATTRIBUTES.contains(name)
                    && !kind.form().reads(name)
                    && !Form.isWithoutEffect(name))
        .forEach(name -> document.unread(UnreadElement.ofAttribute(element, name)));
    Said said = new Said();
    said.add(kind.form().annotation(element, document));
    if (kind == Kind.ENTITY && document.schema().isPresent()) {
      said.add(Forms.unnamedTable(document));
    }
    said.addAll(
        element,
        element.children().stream().filter(child -> !child.name().equals("attributes")).toList(),
        document);
    return new TypeMapping(
        document.className(element.attribute("class").orElseThrow()),
        kind,
        allComplete || element.isTrue("metadata-complete"),
        element.attribute("access").or(document::access),
        said,
        element
            .child("attributes")
            .map(attributes -> AttributeMapping.of(attributes, document))
            .orElse(List.of()),
        element.location());
  }
}
