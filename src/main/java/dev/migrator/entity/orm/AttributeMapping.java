package dev.migrator.entity.orm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;

/**
 * What a mapping file says of an attribute.
 *
 * @param name the attribute
 * @param access {@code FIELD} or {@code PROPERTY}, if it says
 * @param annotations what it says, in annotations
 * @param location where it stands
 */
record AttributeMapping(String name, Optional<String> access, Said annotations, String location) {

  private static final String NATURAL_ID = "natural-id";

  /** The attributes in an element, and in what says more of several. */
  static List<AttributeMapping> of(XmlElement attributes, Document document) {
    List<AttributeMapping> mappings = new ArrayList<>();
    for (XmlElement element : attributes.children()) {
      Form form = Forms.ATTRIBUTES.get(element.name());
      if (form != null) {
        mappings.add(of(element, form, document));
      } else if (element.name().equals(NATURAL_ID)) {
        of(element, document).forEach(each -> mappings.add(each.asNaturalId(element)));
      } else if (!Form.isWithoutEffect(element.name()) && !element.name().equals("cache")) {
        document.unread(UnreadElement.of(element));
      }
    }
    return mappings;
  }

  private static AttributeMapping of(XmlElement element, Form form, Document document) {
    Said said = new Said();
    said.add(form.annotation(element, document));
    for (Map.Entry<String, String> attribute : element.attributes().entrySet()) {
      switch (attribute.getKey()) {
        case "name", "access" -> {
          // read below
        }
        case "id" -> {
          if (element.isTrue("id")) {
            said.add(AnnotationInstance.create(jpa("Id"), null, List.of()));
          }
        }
        case "maps-id" ->
            element
                .attribute("maps-id")
                .map(path -> AnnotationValue.createStringValue("value", path))
                .ifPresent(
                    path ->
                        said.add(AnnotationInstance.create(jpa("MapsId"), null, List.of(path))));
        case "not-found" -> notFound(attribute.getValue(), said);
        default -> {
          if (!form.reads(attribute.getKey()) && !Form.isWithoutEffect(attribute.getKey())) {
            document.unread(UnreadElement.ofAttribute(element, attribute.getKey()));
          }
        }
      }
    }
    said.addAll(element, element.children(), document);
    return new AttributeMapping(
        name(element), element.attribute("access"), said, element.location());
  }

  /** Hibernate takes an id without a name for one that is called so. */
  private static String name(XmlElement element) {
    return element
        .attribute("name")
        .or(() -> element.name().equals("id") ? Optional.of("id") : Optional.empty())
        .orElseThrow(
            () ->
                new MappingFileException(
                    element.location(), "<%s> has no name.".formatted(element.name())));
  }

  private static void notFound(String action, Said said) {
    if (action.equals("IGNORE")) {
      DotName type = DotName.createSimple("org.hibernate.annotations.NotFoundAction");
      said.add(
          AnnotationInstance.create(
              hibernate("NotFound"),
              null,
              List.of(AnnotationValue.createEnumValue("action", type, action))));
    }
  }

  private AttributeMapping asNaturalId(XmlElement element) {
    annotations.add(
        AnnotationInstance.create(
            hibernate("NaturalId"),
            null,
            List.of(AnnotationValue.createBooleanValue("mutable", element.isTrue("mutable")))));
    return this;
  }

  private static DotName jpa(String name) {
    return Form.jpa(name).annotation();
  }

  private static DotName hibernate(String name) {
    return Form.hibernate(name).annotation();
  }
}
