package dev.migrator.command;

import dev.migrator.problem.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The kinds of project that {@code init} knows. */
public enum Template {
  PLAIN("plain", "entities compiled to target/classes, JPA's names, any database"),
  SPRING_BOOT("spring-boot", "Spring Boot: its naming strategy and SPRING_DATASOURCE_* variables"),
  QUARKUS("quarkus", "Quarkus: JPA's names and QUARKUS_DATASOURCE_* variables");

  private final String word;
  private final String description;

  Template(String word, String description) {
    this.word = word;
    this.description = description;
  }

  /** The name at the command line. */
  public String word() {
    return word;
  }

  /** What it is for, in a line. */
  public String description() {
    return description;
  }

  /**
   * The template of a name.
   *
   * @throws CommandException if there is none
   */
  public static Template of(String word) {
    List<String> known = Arrays.stream(values()).map(Template::word).toList();
    return Arrays.stream(values())
        .filter(template -> template.word.equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new CommandException(
                    "there is no template '%s'. %s"
                        .formatted(
                            word,
                            Nearest.to(word, known)
                                .map("Did you mean '%s'?"::formatted)
                                .orElse("Known are: " + String.join(", ", known) + "."))));
  }

  /** The commented {@code migrator.yaml} for a migrations folder. */
  String configuration(String directory) {
    return resource(word + ".yaml").replace("{directory}", directory);
  }

  private static String resource(String name) {
    try (InputStream input = Template.class.getResourceAsStream("templates/" + name)) {
      return new String(Objects.requireNonNull(input, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
