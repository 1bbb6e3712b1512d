package dev.migrator.entity.orm;

import dev.migrator.entity.classpath.ClassRoot;
import dev.migrator.entity.classpath.Resource;
import java.util.List;
import java.util.stream.Stream;

/**
 * A list of entities as {@code META-INF/persistence.xml} gives it.
 *
 * @param name the unit's name
 * @param root where the file is; the annotated classes there belong to it
 * @param classes the classes that it names
 * @param mappingFiles the mapping files that it names
 * @param jarFiles the jars that it names, relative to the root
 * @param listedOnly whether other annotated classes in the root do not belong to it
 * @param settings what it says to the provider
 * @param location where it stands
 */
public record PersistenceUnit(
    String name,
    ClassRoot root,
    List<String> classes,
    List<String> mappingFiles,
    List<String> jarFiles,
    boolean listedOnly,
    List<Setting> settings,
    String location) {

  /** Where the file is in a root. */
  public static final String FILE = "META-INF/persistence.xml";

  private static final String VALIDATION_MODE = "jakarta.persistence.validation.mode";

  /**
   * The units of the file in a root.
   *
   * @throws dev.migrator.problem.ProblemException if it is malformed
   */
  public static Stream<PersistenceUnit> in(ClassRoot root) {
    return root.find(FILE).stream().flatMap(file -> read(file, root));
  }

  private static Stream<PersistenceUnit> read(Resource file, ClassRoot root) {
    XmlElement document = XmlElement.read(file);
    if (!document.name().equals("persistence")) {
      throw new MappingFileException(
          document.location(),
          "the file begins with <persistence>, not <%s>.".formatted(document.name()));
    }
    return document.children("persistence-unit").stream()
        .map(
            unit ->
                new PersistenceUnit(
                    unit.attribute("name").orElse(""),
                    root,
                    unit.childTexts("class"),
                    unit.childTexts("mapping-file"),
                    unit.childTexts("jar-file"),
                    unit.child("exclude-unlisted-classes")
                        .filter(exclude -> !exclude.text().equals("false"))
                        .isPresent(),
                    settings(unit),
                    unit.location()));
  }

  /** What JPA has an element for is a setting like the others. */
  private static List<Setting> settings(XmlElement unit) {
    return Stream.concat(
            unit.child("validation-mode").stream()
                .map(mode -> new Setting(VALIDATION_MODE, mode.text(), mode.location())),
            Setting.of(unit).stream())
        .toList();
  }
}
