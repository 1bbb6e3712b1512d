package dev.migrator.scenario;

import dev.migrator.hibernate.BothVersions;
import dev.migrator.problem.Nearest;
import dev.migrator.testing.SectionedText;
import dev.migrator.testing.SectionedText.Section;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One case: a model before and after, and what is expected of the way from one to the other. The
 * form is described in {@code CONTRIBUTING.md}.
 *
 * @param file where it is written
 * @param text its sections
 */
record Scenario(Path file, SectionedText text) {

  /** The databases that a case runs on. */
  static final List<String> DIALECTS = List.of("postgresql", "sqlite");

  private static final Pattern SOURCE = Pattern.compile("(before|after)/(.+\\.java)");
  private static final Pattern ONLY = Pattern.compile("only:\\s*(.*?)\\s*", Pattern.DOTALL);
  private static final Set<String> NAMES =
      Set.of(
          "before.sql",
          "data.sql",
          "expect.sql",
          "options",
          "hibernate",
          "operations",
          "error",
          "postgresql.upgrade.sql",
          "postgresql.downgrade.sql",
          "sqlite.upgrade.sql",
          "sqlite.downgrade.sql");

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException with {@code file:line} and a sentence, if it is no scenario
   */
  static Scenario read(Path file) {
    try {
      Scenario scenario = new Scenario(file, SectionedText.parse(Files.readString(file)));
      scenario.check();
      return scenario;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void check() {
    Set<String> seen = new HashSet<>();
    for (Section section : text.sections()) {
      String name = section.name();
      if (!NAMES.contains(name) && !SOURCE.matcher(name).matches()) {
        throw wrong(
            section,
            "unknown section '%s'%s It takes before/*.java, after/*.java, %s."
                .formatted(
                    name,
                    Nearest.to(name, NAMES).map(". Did you mean '%s'?"::formatted).orElse("."),
                    String.join(", ", NAMES.stream().sorted().toList())));
      }
      if (!seen.add(name)) {
        throw wrong(section, "section '%s' is there twice".formatted(name));
      }
    }
    if (sources("after").isEmpty()) {
      throw new IllegalArgumentException(
          file + ": a scenario needs a section after/NAME.java: a model is never empty");
    }
    dialects();
    options();
    hibernate();
  }

  private IllegalArgumentException wrong(Section section, String sentence) {
    return new IllegalArgumentException("%s:%d: %s".formatted(file, section.line(), sentence));
  }

  /** The databases that it runs on: all, unless its first line is {@code only: NAME}. */
  List<String> dialects() {
    Matcher only = ONLY.matcher(text.prose().lines().findFirst().orElse(""));
    if (!only.matches()) {
      return DIALECTS;
    }
    String name = only.group(1).toLowerCase(Locale.ROOT);
    if (!DIALECTS.contains(name)) {
      throw new IllegalArgumentException(
          "%s:1: 'only: %s' names no database. Known are: %s."
              .formatted(file, name, String.join(", ", DIALECTS)));
    }
    return List.of(name);
  }

  /** The sources of one side, {@code before} or {@code after}, by file name. */
  Map<String, String> sources(String side) {
    Map<String, String> sources = new TreeMap<>();
    for (Section section : text.sections()) {
      Matcher source = SOURCE.matcher(section.name());
      if (source.matches() && source.group(1).equals(side)) {
        sources.put(source.group(2), section.text());
      }
    }
    return sources;
  }

  /** The text of a section. */
  Optional<String> section(String name) {
    return text.section(name).map(Section::text);
  }

  /** What the section {@code options} sets. */
  ScenarioOptions options() {
    return text.section("options")
        .map(section -> ScenarioOptions.parse(section, message -> wrong(section, message)))
        .orElse(ScenarioOptions.NONE);
  }

  /** Whether the case is about what a mapping means, of which Hibernate is the arbiter. */
  boolean isMapping() {
    return file.toAbsolutePath().getParent().endsWith("mapping");
  }

  /**
   * Whether it is for the Hibernate that is there: 6.6 is asked about mappings and nothing else.
   */
  boolean applies() {
    return hibernate().applies() && (isMapping() || !BothVersions.isVersion("6.6"));
  }

  /** What Hibernate is asked about a mapping. */
  HibernateChecks hibernate() {
    return text.section("hibernate")
        .map(section -> HibernateChecks.parse(section, message -> wrong(section, message)))
        .orElse(HibernateChecks.ALL);
  }

  /** Whether a section says what is to come out on a database. */
  static boolean isExpectation(String section, String dialect) {
    return Set.of("operations", "expect.sql", "error").contains(section)
        || section.equals(dialect + ".upgrade.sql")
        || section.equals(dialect + ".downgrade.sql");
  }

  /** The same scenario with a section replaced, if it has it. */
  Scenario with(String section, String body) {
    return new Scenario(file, text.with(section, body));
  }
}
