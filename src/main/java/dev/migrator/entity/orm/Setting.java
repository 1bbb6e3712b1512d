package dev.migrator.entity.orm;

import dev.migrator.entity.classpath.ClassRoot;
import dev.migrator.entity.classpath.Resource;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Something that is said to the persistence provider.
 *
 * @param name its name, as the provider knows it: {@code hibernate.default_schema}
 * @param value its value
 * @param location the file, and the line if it is known
 */
public record Setting(String name, String value, String location) {

  private static final List<String> FILES =
      List.of("hibernate.properties", "application.properties", "config/application.properties");

  private static final String SPRING = "spring.jpa.properties.";

  /** What Spring Boot calls otherwise. */
  private static final Map<String, String> OF_SPRING =
      Map.of(
          "spring.jpa.hibernate.naming.physical-strategy", "hibernate.physical_naming_strategy",
          "spring.jpa.hibernate.naming.implicit-strategy", "hibernate.implicit_naming_strategy");

  /** Those of the files of properties in a root: Hibernate's own, and Spring Boot's. */
  public static Stream<Setting> in(ClassRoot root) {
    return FILES.stream().flatMap(name -> root.find(name).stream()).flatMap(Setting::read);
  }

  private static Stream<Setting> read(Resource file) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(new String(file.bytes(), StandardCharsets.UTF_8)));
    } catch (IOException | IllegalArgumentException malformed) {
      throw new MappingFileException(
          file.location(), "the file holds no properties: " + malformed.getMessage(), malformed);
    }
    return new TreeSet<>(properties.stringPropertyNames())
        .stream()
            .map(name -> new Setting(known(name), properties.getProperty(name), file.location()));
  }

  private static String known(String name) {
    return name.startsWith(SPRING)
        ? name.substring(SPRING.length())
        : OF_SPRING.getOrDefault(name, name);
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
