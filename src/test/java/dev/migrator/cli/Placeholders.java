package dev.migrator.cli;

import dev.migrator.cli.CliScript.Answer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in a script for what differs from run to run: {@code [ID]} for a generated revision
 * id, {@code [TIME]} for a moment, {@code [MS]} for a duration in milliseconds, {@code [DIR]} for
 * the working directory, {@code [URL]} for the database, and {@code [ANY]} for anything.
 */
final class Placeholders {

  private static final int ID_LENGTH = 12;
  private static final Map<String, Pattern> PATTERNS = patterns();

  private final String script;
  private final Path directory;
  private final String url;

  Placeholders(String script, Path directory, String url) {
    this.script = script;
    this.directory = directory;
    this.url = url;
  }

  private static Map<String, Pattern> patterns() {
    Map<String, Pattern> patterns = new LinkedHashMap<>();
    patterns.put(
        "[TIME]",
        Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?( ?(Z|UTC|[+-]\\d\\d:?\\d\\d))?"));
    patterns.put("[MS]", Pattern.compile("\\b\\d+(?= ?ms\\b)"));
    patterns.put("[ID]", Pattern.compile("(?<![0-9a-f])[0-9a-f]{12}(?![0-9a-f])"));
    return patterns;
  }

  /**
   * The actual answer, in the words of the expected one where they fit; a generated value that the
   * expected one does not show is replaced by its placeholder.
   */
  Answer fit(Answer expected, Answer actual) {
    return new Answer(
        fit(expected.out(), actual.out()), fit(expected.err(), actual.err()), actual.status());
  }

  private List<String> fit(List<String> expected, List<String> actual) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < actual.size(); i++) {
      String line = actual.get(i).replace(url, "[URL]").replace(directory.toString(), "[DIR]");
      boolean fits = i < expected.size() && pattern(expected.get(i)).matcher(line).matches();
      lines.add(fits ? expected.get(i) : replaced(line));
    }
    return lines;
  }

  private static Pattern pattern(String expected) {
    String regex = Pattern.quote(expected);
    for (Map.Entry<String, Pattern> placeholder : PATTERNS.entrySet()) {
      regex =
          regex.replace(placeholder.getKey(), "\\E(?:" + placeholder.getValue().pattern() + ")\\Q");
    }
    return Pattern.compile(regex.replace("[ANY]", "\\E.*\\Q"));
  }

  private String replaced(String line) {
    String text = line;
    for (Map.Entry<String, Pattern> placeholder : PATTERNS.entrySet()) {
      Matcher value = placeholder.getValue().matcher(text);
      text =
          value.replaceAll(
              match ->
                  Matcher.quoteReplacement(
                      isWritten(match.group()) ? match.group() : placeholder.getKey()));
    }
    return text;
  }

  /** Whether an id is one that the script's own files have. */
  private boolean isWritten(String value) {
    return value.length() == ID_LENGTH && script.contains(value);
  }
}
