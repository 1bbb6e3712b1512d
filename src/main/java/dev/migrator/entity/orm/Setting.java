package dev.migrator.entity.orm;

import dev.migrator.entity.classpath.ClassRoot;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that is said to the persistence provider.
 *
 * @param name its name, as the provider knows it: {@code hibernate.default_schema}
 * @param value its value
 * @param location the file, and the line if it is known
 */
public record Setting(String name, String value, String location) {

  /** Those of the files in a root: Hibernate's own, and Spring Boot's. */
  public static Stream<Setting> in(ClassRoot root) {
    return SettingFiles.in(root);
  }

  /** Those of a persistence unit. */
  static List<Setting> of(XmlElement unit) {
    return unit.children("properties").stream()
        .flatMap(properties -> properties.children("property").stream())
        .map(
            property ->
                new Setting(
                    property.attribute("name").orElse(""),
                    property.attribute("value").orElse(""),
                    property.location()))
        .toList();
  }
}
