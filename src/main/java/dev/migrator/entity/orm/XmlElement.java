package dev.migrator.entity.orm;

import dev.migrator.entity.classpath.Resource;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of an XML file. Namespaces are passed over, as those of mapping files changed often.
 *
 * @param name its name without a prefix
 * @param location the file and the line: {@code META-INF/orm.xml:12}
 * @param attributes its attributes by name
 * @param children the elements in it
 * @param text the text in it, without white space around
 */
record XmlElement(
    String name,
    String location,
    Map<String, String> attributes,
    List<XmlElement> children,
    String text) {

  /**
   * The root of a file. Neither external entities nor a document type are read.
   *
   * @throws MappingFileException if the file is not well-formed
   */
  static XmlElement read(Resource file) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader reader =
          factory.createXMLStreamReader(new ByteArrayInputStream(file.bytes()));
      try {
        while (reader.next() != XMLStreamConstants.START_ELEMENT) {
          // What stands before the root says nothing.
        }
        return element(reader, file.location());
      } finally {
        reader.close();
      }
    } catch (XMLStreamException malformed) {
      throw new MappingFileException(
          malformed.getLocation() == null
              ? file.location()
              : "%s:%d".formatted(file.location(), malformed.getLocation().getLineNumber()),
          "the file is not well-formed XML: " + firstSentence(malformed),
          malformed);
    }
  }

  /** The parser puts the place before the message, which is known already. */
  private static String firstSentence(XMLStreamException malformed) {
    String message = String.valueOf(malformed.getMessage());
    int start = message.indexOf("Message: ");
    return start < 0 ? message : message.substring(start + "Message: ".length());
  }

  private static XmlElement element(XMLStreamReader reader, String file) throws XMLStreamException {
    String name = reader.getLocalName();
    String location = "%s:%d".formatted(file, reader.getLocation().getLineNumber());
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int index = 0; index < reader.getAttributeCount(); index++) {
      if (reader.getAttributePrefix(index).isEmpty()) {
        attributes.put(reader.getAttributeLocalName(index), reader.getAttributeValue(index));
      }
    }
    List<XmlElement> children = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    while (true) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> children.add(element(reader, file));
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            text.append(reader.getText());
        case XMLStreamConstants.END_ELEMENT -> {
          return new XmlElement(
              name, location, attributes, List.copyOf(children), text.toString().strip());
        }
        default -> {
          // Comments and processing instructions say nothing.
        }
      }
    }
  }

  /** An attribute that is there and not empty. */
  Optional<String> attribute(String attribute) {
    return Optional.ofNullable(attributes.get(attribute))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  boolean isTrue(String attribute) {
    return attribute(attribute)
        .filter(value -> value.equals("true") || value.equals("1"))
        .isPresent();
  }

  Optional<XmlElement> child(String element) {
    return children.stream().filter(child -> child.name.equals(element)).findFirst();
  }

  boolean has(String element) {
    return child(element).isPresent();
  }

  /** The text of a child that is there and not empty. */
  Optional<String> childText(String element) {
    return child(element).map(XmlElement::text).filter(value -> !value.isEmpty());
  }

  List<XmlElement> children(String element) {
    return children.stream().filter(child -> child.name.equals(element)).toList();
  }

  List<String> childTexts(String element) {
    return children(element).stream().map(XmlElement::text).toList();
  }
}
