package dev.migrator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/** Every command is in the list, has a page with an example, and stands in the documentation. */
class HelpTest {

  private static final CommandLine MIGRATOR = new CommandLine(new MigratorCommand());
  private static final Map<String, CommandLine> COMMANDS = MIGRATOR.getSubcommands();

  @Test
  void listsEveryCommandWithALine() {
    List<String> lines = MIGRATOR.getUsageMessage().lines().map(String::strip).toList();
    COMMANDS.forEach(
        (name, command) -> {
          String about = command.getCommandSpec().usageMessage().description()[0];
          String begin = about.substring(0, Math.min(20, about.length()));
          assertThat(lines).anyMatch(line -> line.matches(name + "\\s+\\Q" + begin + "\\E.*"));
        });
  }

  @TestFactory
  Stream<DynamicTest> everyPageHasAnExample() {
    return COMMANDS.entrySet().stream()
        .map(
            command ->
                DynamicTest.dynamicTest(
                    command.getKey(),
                    () -> {
                      String page = command.getValue().getUsageMessage();
                      assertThat(page).containsPattern("(?m)^Examples?:$");
                      String examples = page.substring(page.lastIndexOf("\nExample"));
                      assertThat(examples)
                          .containsPattern("migrator( -\\S+ \\S+)* " + command.getKey() + "\\b");
                    }));
  }

  @TestFactory
  Stream<DynamicTest> everyOptionIsDescribed() {
    return COMMANDS.entrySet().stream()
        .map(
            command ->
                DynamicTest.dynamicTest(
                    command.getKey(),
                    () ->
                        assertThat(command.getValue().getCommandSpec().args())
                            .allSatisfy(HelpTest::isDescribed)));
  }

  private static void isDescribed(ArgSpec argument) {
    assertThat(String.join(" ", argument.description())).as(argument.paramLabel()).isNotBlank();
  }

  @Test
  void everyCommandIsDocumented() throws IOException {
    String documentation = Files.readString(Path.of("docs/cli.md"));
    assertThat(COMMANDS.keySet())
        .allSatisfy(name -> assertThat(documentation).contains("| `" + name));
  }
}
