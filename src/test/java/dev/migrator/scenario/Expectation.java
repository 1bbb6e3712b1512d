package dev.migrator.scenario;

import dev.migrator.dialect.SqlSplitter;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Whether what came out is what a section expects, whatever the layout. */
final class Expectation {

  private Expectation() {}

  /** Whether a section's text and what came out say the same. */
  static boolean fits(String section, String expected, String actual) {
    if (section.equals("operations")) {
      return yaml(expected).equals(yaml(actual));
    }
    if (section.equals("expect.sql")) {
      return sameRows(ExpectedRows.parse(expected), ExpectedRows.parse(actual));
    }
    if (section.equals("error")) {
      return !expected.isBlank() && words(actual).contains(words(expected));
    }
    return statements(expected).equals(statements(actual));
  }

  /** The order of keys, quotes and lines aside. */
  private static Object yaml(String text) {
    Object parsed = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    return parsed == null ? "nothing" : parsed;
  }

  private static boolean sameRows(List<ExpectedRows> expected, List<ExpectedRows> actual) {
    if (expected.size() != actual.size()) {
      return false;
    }
    for (int i = 0; i < expected.size(); i++) {
      if (!expected.get(i).sameAs(actual.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static List<String> statements(String text) {
    return SqlSplitter.split(text).stream().map(Expectation::words).toList();
  }

  private static String words(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
