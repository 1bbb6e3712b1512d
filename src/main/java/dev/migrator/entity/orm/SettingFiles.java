package dev.migrator.entity.orm;

import dev.migrator.entity.classpath.ClassRoot;
import dev.migrator.entity.classpath.Resource;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files in which settings are found. One of Spring Boot's may hold several documents, of which
 * a later one says otherwise than those before; one that is for a profile alone is passed over.
 */
final class SettingFiles {

  private static final String HIBERNATE = "hibernate.properties";

  /** What goes before is first, as in Spring Boot. */
  private static final List<String> FILES =
      List.of(
          HIBERNATE,
          "config/application.properties",
          "config/application.yml",
          "config/application.yaml",
          "application.properties",
          "application.yml",
          "application.yaml");

  /** The line between two documents in a file of properties. */
  private static final Pattern SEPARATOR = Pattern.compile("(?m)^[#!]---[ \t]*$");

  /** What says when a document counts; Spring Boot 2.3 knew the second. */
  private static final List<String> CONDITIONS =
      List.of("spring.config.activate.", "spring.profiles");

  /** What Spring Boot passes on to the provider; a name of several words may be in brackets. */
  private static final Pattern PASSED_ON =
      Pattern.compile("spring\\.jpa\\.properties(?:\\.?\\[(?<bracketed>.+)]|\\.(?<plain>.+))");

  /** What Spring Boot calls otherwise, in small letters without hyphens. */
  private static final Map<String, String> OF_SPRING =
      Map.of(
          "spring.jpa.hibernate.naming.physicalstrategy", "hibernate.physical_naming_strategy",
          "spring.jpa.hibernate.naming.implicitstrategy", "hibernate.implicit_naming_strategy");

  private SettingFiles() {}

  /** The settings of the files in a root. */
  static Stream<Setting> in(ClassRoot root) {
    return FILES.stream()
        .flatMap(name -> root.find(name).stream().flatMap(file -> read(file, name)));
  }

  private static Stream<Setting> read(Resource file, String name) {
    if (name.equals(HIBERNATE)) {
      return properties(file, text(file)).stream();
    }
    List<List<Setting>> documents =
        name.endsWith(".properties") ? propertyDocuments(file) : SettingYaml.documents(file);
    Map<String, Setting> holding = new LinkedHashMap<>();
    documents.stream()
        .filter(document -> document.stream().noneMatch(SettingFiles::isCondition))
        .flatMap(List::stream)
        .map(SettingFiles::known)
        .forEach(setting -> holding.put(setting.name(), setting));
    return holding.values().stream();
  }

  private static boolean isCondition(Setting setting) {
    return CONDITIONS.stream().anyMatch(setting.name()::startsWith)
        && !setting.name().startsWith("spring.profiles.");
  }

  /** The setting by the name that the provider knows. */
  private static Setting known(Setting setting) {
    return new Setting(knownName(setting.name()), setting.value(), setting.location());
  }

  private static String knownName(String name) {
    Matcher passedOn = PASSED_ON.matcher(name);
    if (passedOn.matches()) {
      String bracketed = passedOn.group("bracketed");
      return bracketed == null ? passedOn.group("plain") : bracketed;
    }
    return OF_SPRING.getOrDefault(name.replace("-", "").toLowerCase(Locale.ROOT), name);
  }

  private static List<List<Setting>> propertyDocuments(Resource file) {
    List<List<Setting>> documents = new ArrayList<>();
    for (String text : SEPARATOR.split(text(file))) {
      documents.add(properties(file, text));
    }
    return documents;
  }

  private static List<Setting> properties(Resource file, String text) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(text));
    } catch (IOException | IllegalArgumentException malformed) {
      throw new MappingFileException(
          file.location(), "the file holds no properties: " + malformed.getMessage(), malformed);
    }
    return new TreeSet<>(properties.stringPropertyNames())
        .stream()
            .map(name -> new Setting(name, properties.getProperty(name), file.location()))
            .toList();
  }

  /** The text of a file in UTF-8. */
  static String text(Resource file) {
    return new String(file.bytes(), StandardCharsets.UTF_8);
  }
}
