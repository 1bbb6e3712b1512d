package dev.migrator.scenario;

import dev.migrator.hibernate.BothVersions;
import dev.migrator.testing.SectionedText.Section;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which of Hibernate's checks a scenario of mappings leaves out; each line of its section {@code
 * hibernate} gives one, with the reason. A line that begins with a version of Hibernate holds where
 * the tests run against that one; with nothing else, the scenario is not for it.
 *
 * @param applies whether the scenario is for the version of Hibernate that is there
 * @param leftOut {@code sqlite ours}, {@code sqlite theirs}, …
 */
record HibernateChecks(boolean applies, Set<String> leftOut) {

  static final HibernateChecks ALL = new HibernateChecks(true, Set.of());

  private static final List<String> CHECKS = List.of("ours", "theirs");

  private static final Pattern LINE =
      Pattern.compile(
          "(?=\\w)(?<version>6\\.6\\b)? ?(?<database>\\b(?:postgresql|sqlite)\\b)?"
              + " ?(?<check>\\b(?:ours|theirs))?: no \\(\\S.*\\)");

  static HibernateChecks parse(Section section, Function<String, IllegalArgumentException> wrong) {
    boolean applies = true;
    Set<String> leftOut = new HashSet<>();
    for (String line : section.text().lines().filter(text -> !text.isBlank()).toList()) {
      Matcher matcher = LINE.matcher(line.strip());
      if (!matcher.matches()) {
        throw wrong.apply(
            "'%s' is no line like 'sqlite: no (reason)', 'sqlite theirs: no (reason)' or '6.6: no (reason)'."
                .formatted(line));
      }
      String version = matcher.group("version");
      if (version == null || BothVersions.isVersion(version)) {
        List<String> databases = named(matcher.group("database"), Scenario.DIALECTS);
        List<String> checks = named(matcher.group("check"), CHECKS);
        databases.forEach(database -> checks.forEach(check -> leftOut.add(database + " " + check)));
        applies &= !line.strip().startsWith(version + ":");
      }
    }
    return new HibernateChecks(applies, leftOut);
  }

  private static List<String> named(String name, List<String> all) {
    return name == null ? all : List.of(name);
  }

  /** Whether Hibernate is to accept what Migrator made. */
  boolean ours(String dialect) {
    return !leftOut.contains(dialect + " ours");
  }

  /** Whether Migrator is to accept what Hibernate made. */
  boolean theirs(String dialect) {
    return !leftOut.contains(dialect + " theirs");
  }
}
