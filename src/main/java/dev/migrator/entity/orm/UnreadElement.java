package dev.migrator.entity.orm;

/**
 * Something in a mapping file that may shape the schema and is not read.
 *
 * @param location the file and the line: {@code META-INF/orm.xml:12}
 * @param sentence what is not read
 */
public record UnreadElement(String location, String sentence) {

  static UnreadElement of(XmlElement element) {
    return new UnreadElement(element.location(), "<%s> is not read.".formatted(element.name()));
  }

  static UnreadElement ofAttribute(XmlElement element, String attribute) {
    return new UnreadElement(
        element.location(), "%s of <%s> is not read.".formatted(attribute, element.name()));
  }
}
