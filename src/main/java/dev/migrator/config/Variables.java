package dev.migrator.config;

import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values for <code>${NAME}</code> and <code>${NAME:-default}</code>. As in a shell, the default
 * also stands in for an empty value. <code>$${</code> is a dollar sign before a brace.
 *
 * @param values the values by name
 */
record Variables(Map<String, String> values) {

  private static final Pattern REFERENCE =
      Pattern.compile("\\$\\$\\{|\\$\\{([A-Za-z_][A-Za-z0-9_.]*)(?::-([^}]*))?\\}|\\$\\{");

  Variables {
    values = Map.copyOf(values);
  }

  /** The text with each reference replaced. */
  String substitute(Node.Scalar scalar) {
    return REFERENCE
        .matcher(scalar.text())
        .replaceAll(match -> Matcher.quoteReplacement(value(scalar, match)));
  }

  private String value(Node.Scalar scalar, MatchResult reference) {
    if (reference.group().equals("$${")) {
      return "${";
    }
    if (reference.group(1) == null) {
      throw new ConfigurationException(
          scalar.at(),
          "'${' begins a variable, such as ${DATABASE_URL} or ${DATABASE_URL:-default}. Write '$${'"
              + " for the characters themselves.");
    }
    Optional<String> given = Optional.ofNullable(values.get(reference.group(1)));
    Optional<String> fallback = Optional.ofNullable(reference.group(2));
    return given
        .filter(value -> !value.isEmpty() || fallback.isEmpty())
        .or(() -> fallback)
        .orElseThrow(
            () ->
                new ConfigurationException(
                    scalar.at(),
                    "the variable %s is not set. Set it, or give a default: ${%s:-default}."
                        .formatted(reference.group(1), reference.group(1))));
  }
}
