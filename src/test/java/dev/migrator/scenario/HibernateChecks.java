package dev.migrator.scenario;

import dev.migrator.testing.SectionedText.Section;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which of Hibernate's checks a scenario of mappings leaves out; each line of its section {@code
 * hibernate} gives one, with the reason.
 *
 * @param leftOut {@code sqlite ours}, {@code sqlite theirs}, …
 */
record HibernateChecks(Set<String> leftOut) {

  static final HibernateChecks ALL = new HibernateChecks(Set.of());

  private static final Pattern LINE =
      Pattern.compile("(postgresql|sqlite)(?: (ours|theirs))?: no \\(\\S.*\\)");

  static HibernateChecks parse(Section section, Function<String, IllegalArgumentException> wrong) {
    Set<String> leftOut = new HashSet<>();
    for (String line : section.text().lines().filter(text -> !text.isBlank()).toList()) {
      Matcher matcher = LINE.matcher(line.strip());
      if (!matcher.matches()) {
        throw wrong.apply(
            "'%s' is no line like 'sqlite: no (reason)' or 'sqlite theirs: no (reason)'."
                .formatted(line));
      }
      for (String check : Set.of("ours", "theirs")) {
        if (matcher.group(2) == null || matcher.group(2).equals(check)) {
          leftOut.add(matcher.group(1) + " " + check);
        }
      }
    }
    return new HibernateChecks(leftOut);
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
