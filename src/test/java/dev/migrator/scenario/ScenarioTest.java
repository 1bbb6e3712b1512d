package dev.migrator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.migrator.testing.SectionedText.Section;
import dev.migrator.testing.TextCases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Runs each scenario in {@code src/test/resources/scenarios}, and in the directories that {@code
 * -Dscenarios=DIR[:DIR]} adds, on each database. Their form is described in {@code
 * CONTRIBUTING.md}.
 */
@Execution(ExecutionMode.CONCURRENT)
class ScenarioTest {

  private static final TextCases CASES =
      TextCases.withFurther(Path.of("src/test/resources/scenarios"), "scenarios");

  @TestFactory
  Stream<DynamicNode> scenarios() {
    return CASES.tests(ScenarioTest::tests);
  }

  private static Stream<DynamicTest> tests(String name, Path file) {
    Map<String, String> operations = new ConcurrentSkipListMap<>();
    return dialects(file)
        .map(
            dialect -> dynamicTest(name + " on " + dialect, () -> test(file, dialect, operations)));
  }

  /** A file that cannot be read fails in its tests, with its name. */
  private static Stream<String> dialects(Path file) {
    try {
      return Scenario.read(file).dialects().stream();
    } catch (IllegalArgumentException malformed) {
      return Stream.of("unreadable");
    }
  }

  private static void test(Path file, String dialect, Map<String, String> operations)
      throws Exception {
    Scenario scenario = Scenario.read(file);
    assumeTrue(scenario.applies(), "not for this version of Hibernate");
    try (ScenarioRun run = new ScenarioRun(scenario, dialect)) {
      Map<String, String> outcome = run.run();
      operations.put(dialect, outcome.getOrDefault("operations", ""));
      assertSame(operations);
      if (TextCases.isUpdate()) {
        update(file, outcome);
      } else {
        compare(scenario, dialect, run, outcome);
      }
    }
  }

  private static void compare(
      Scenario scenario, String dialect, ScenarioRun run, Map<String, String> outcome) {
    for (Section section : scenario.text().sections()) {
      String name = section.name();
      if (Scenario.isExpectation(name, dialect) && run.isSpelledAs(section.text())) {
        String actual = outcome.getOrDefault(name, "");
        if (!Expectation.fits(name, section.text(), actual)) {
          assertThat(actual).as("%s:%d", scenario.file(), section.line()).isEqualTo(section.text());
        }
      }
    }
  }

  /** Not at once with the run on the other database, which writes the same file. */
  private static synchronized void update(Path file, Map<String, String> outcome)
      throws IOException {
    Scenario scenario = Scenario.read(file);
    Scenario updated = scenario;
    for (Map.Entry<String, String> entry : outcome.entrySet()) {
      String expected = scenario.section(entry.getKey()).orElse("");
      if (!Expectation.fits(entry.getKey(), expected, entry.getValue())) {
        updated = updated.with(entry.getKey(), entry.getValue());
      }
    }
    Files.writeString(file, updated.text().toString());
  }

  /** Holds what there is to what the databases before gave. */
  private static void assertSame(Map<String, String> operations) {
    assertThat(operations.values().stream().distinct())
        .as("law 9: the operations on each database, %s", operations)
        .hasSizeLessThanOrEqualTo(1);
  }
}
