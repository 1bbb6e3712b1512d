package dev.migrator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.testing.TestDatabase;
import dev.migrator.testing.TextCases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the sessions in {@code src/test/resources/cli}, each on every database. */
class CliScriptTest {

  private static final TextCases CASES = new TextCases(Path.of("src/test/resources/cli"));

  @TestFactory
  Stream<DynamicNode> scripts() {
    return CASES.tests(
        (name, file) ->
            Stream.of("sqlite", "postgresql")
                .filter(dialect -> CliScript.read(file).runsOn(dialect))
                .map(
                    dialect ->
                        DynamicTest.dynamicTest(
                            name + " on " + dialect, () -> run(file, dialect))));
  }

  private static void run(Path file, String dialect) throws IOException {
    CliScript script = CliScript.read(file);
    try (TestDatabase database = TestDatabase.of(dialect);
        CliSession session = new CliSession(database, script)) {
      CliScript actual = session.run();
      if (TextCases.isUpdate()) {
        Files.writeString(file, actual.toString());
      } else {
        assertThat(actual.toString()).as("%s on %s", file, dialect).isEqualTo(script.toString());
      }
    }
  }
}
