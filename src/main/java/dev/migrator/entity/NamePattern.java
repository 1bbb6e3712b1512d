package dev.migrator.entity;

import dev.migrator.problem.Nearest;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A name of packages or classes, in which {@code *} stands for any text within one part and {@code
 * **} for any number of parts: {@code com.example.**} is {@code com.example} and all below it.
 */
final class NamePattern {

  private final String text;
  private final Pattern pattern;
  private final String fixed;

  NamePattern(String text) {
    this.text = text;
    StringBuilder expression = new StringBuilder();
    for (String part : text.split("\\.", -1)) {
      boolean first = expression.isEmpty();
      if (part.equals("**")) {
        expression.append(first ? ".*" : "(?:\\..*)?");
      } else {
        expression
            .append(first ? "" : "\\.")
            .append("\\Q")
            .append(part.replace("*", "\\E[^.]*\\Q"))
            .append("\\E");
      }
    }
    pattern = Pattern.compile(expression.toString());
    int star = text.indexOf('*');
    fixed = star < 0 ? text : text.substring(0, Math.max(0, text.lastIndexOf('.', star)));
  }

  boolean matches(String name) {
    return pattern.matcher(name).matches();
  }

  /** The package that all matches are in or below, or equal. */
  String fixedPart() {
    return fixed;
  }

  /** The pattern that is probably meant: one spelt much like this one that some name matches. */
  Optional<String> nearest(Set<String> names) {
    String open = text.substring(fixed.length());
    Set<String> candidates = new TreeSet<>();
    for (String name : names) {
      for (int end = name.length(); end > 0; end = name.lastIndexOf('.', end - 1)) {
        String candidate = name.substring(0, end) + open;
        if (new NamePattern(candidate).matches(name)) {
          candidates.add(candidate);
        }
      }
    }
    return Nearest.to(text, candidates);
  }
}
