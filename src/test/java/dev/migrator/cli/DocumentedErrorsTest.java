package dev.migrator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.cli.CliScript.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each line of the tables of errors and of exit codes is shown by a script. */
class DocumentedErrorsTest {

  private static final Pattern ERROR = Pattern.compile("(?m)^\\| `(.+?)` \\| ");
  private static final Pattern EXIT_CODE = Pattern.compile("(?m)^\\| (\\d) \\| ");

  @TestFactory
  Stream<DynamicTest> everyErrorIsShown() throws IOException {
    List<String> shown =
        commands().stream().flatMap(command -> command.expected().err().stream()).toList();
    return rows("## Errors", ERROR)
        .map(
            error ->
                DynamicTest.dynamicTest(
                    error,
                    () ->
                        assertThat(shown)
                            .anyMatch(line -> pattern(error).matcher(line).matches())));
  }

  @TestFactory
  Stream<DynamicTest> everyExitCodeIsShown() throws IOException {
    List<Integer> shown =
        commands().stream().map(command -> command.expected().status()).distinct().toList();
    return rows("## Exit codes", EXIT_CODE)
        .map(
            code ->
                DynamicTest.dynamicTest(
                    code, () -> assertThat(shown).contains(Integer.valueOf(code))));
  }

  /** The message with anything in place of its dots. */
  private static Pattern pattern(String error) {
    return Pattern.compile(
        Arrays.stream(error.split("…", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*", "error: ", "")));
  }

  /** What stands first in the rows of a section's table. */
  private static Stream<String> rows(String title, Pattern row) throws IOException {
    List<String> rows =
        Stream.of(Files.readString(Path.of("docs/cli.md")).split("(?m)^(?=## )"))
            .filter(section -> section.startsWith(title + "\n"))
            .flatMap(section -> row.matcher(section).results())
            .map(found -> found.group(1))
            .toList();
    assertThat(rows).isNotEmpty();
    return rows.stream();
  }

  private static List<Command> commands() throws IOException {
    try (Stream<Path> scripts = Files.list(Path.of("src/test/resources/cli"))) {
      return scripts
          .flatMap(script -> CliScript.read(script).steps().stream())
          .filter(Command.class::isInstance)
          .map(Command.class::cast)
          .toList();
    }
  }
}
