package dev.migrator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the script in a real shell. */
@DisabledOnOs(OS.WINDOWS)
class CompletionCommandTest {

  @TempDir Path directory;

  private Path script = Path.of("");

  @BeforeEach
  void write() throws IOException {
    script = directory.resolve("completion");
    Files.writeString(script, printed("bash"));
  }

  @Test
  void bashAcceptsIt() throws Exception {
    assertThat(bash("bash -n completion")).isEmpty();
  }

  /** A line as it is typed, up to the cursor, and words that it may become. */
  @ParameterizedTest
  @CsvSource({
    "migrator upg, upgrade",
    "migrator he, heads",
    "migrator upgrade --lock, --lock-timeout",
    "migrator revision --auto, --autogenerate",
    "migrator --output j, json",
    "migrator completion z, zsh",
    "migrator revision --format y, yaml",
    "migrator graph --format m, mermaid",
    "migrator graph --output j, json",
    "migrator init --template s, spring-boot",
    "migrator schema c, configuration"
  })
  void completes(String line, String expected) throws Exception {
    String[] words = line.split(" ");
    assertThat(
            bash(
                "source ./completion; COMP_WORDS=(%s); COMP_CWORD=%d; COMP_LINE='%s'; COMP_POINT=%d; $(complete -p migrator | sed 's/.*-F \\([^ ]*\\).*/\\1/') migrator; printf '%%s\\n' \"${COMPREPLY[@]}\""
                    .formatted(line, words.length - 1, line, line.length())))
        .contains(expected);
  }

  @Test
  void zshIsGivenWhatItNeedsToRunIt() {
    assertThat(printed("zsh")).contains("bashcompinit");
  }

  private String printed(String shell) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        Main.run(
            List.of("completion", shell),
            new CliEnvironment(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of(),
                directory));
    assertThat(status).as(err.toString(StandardCharsets.UTF_8)).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }

  /** The lines that a program of bash prints, errors among them. */
  private List<String> bash(String program) throws Exception {
    Process process =
        new ProcessBuilder("bash", "-c", program)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .start();
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .map(String::strip)
            .toList();
    process.waitFor();
    return lines;
  }
}
