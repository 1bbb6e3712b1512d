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
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a terminal is sent, and what a pipe. */
class TerminalOutputTest {

  private static final String ESCAPE = "\u001b[";
  private static final String CLEAR = "\r\u001b[K";

  @TempDir Path directory;

  private String out = "";
  private String err = "";

  @BeforeEach
  void writeARevision() throws IOException {
    Files.writeString(directory.resolve("migrator.yaml"), "database: {url: 'jdbc:sqlite:a.db'}\n");
    Files.createDirectory(directory.resolve("migrations"));
    write("a1", "[]", "create_table: {name: a, columns: [{name: id, type: bigint}]}");
    write("b2", "a1", "execute: {sql: insert into a values (1)}");
  }

  @Test
  void coloursWhatATerminalShows() {
    run(true, true, Map.of(), "history");
    assertThat(out).contains(ESCAPE);
    run(true, true, Map.of(), "show", "nonsense");
    assertThat(err).contains(ESCAPE).contains("nonsense");
  }

  @Test
  void coloursNeitherAPipeNorWhereNoColorIsAsked() {
    run(false, false, Map.of(), "history");
    assertThat(out).doesNotContain(ESCAPE);
    run(true, true, Map.of("NO_COLOR", "1"), "history");
    assertThat(out).doesNotContain(ESCAPE);
    run(true, true, Map.of("TERM", "dumb"), "history");
    assertThat(out).doesNotContain(ESCAPE);
  }

  @Test
  void looksAtEachStreamByItself() {
    run(true, false, Map.of(), "show", "nonsense");
    assertThat(err).doesNotContain(ESCAPE);
    run(false, true, Map.of(), "history");
    assertThat(out).doesNotContain(ESCAPE);
  }

  @Test
  void obeysAnOptionBeforeAllElse() {
    run(false, false, Map.of("NO_COLOR", "1"), "--color", "always", "history");
    assertThat(out).contains(ESCAPE);
    run(true, true, Map.of(), "--color", "never", "history");
    assertThat(out).doesNotContain(ESCAPE);
    run(true, true, Map.of(), "--color", "never", "history", "--no-such-option");
    assertThat(err).doesNotContain(ESCAPE).contains("--no-such-option");
  }

  @Test
  void showsATerminalWhatIsBeingDone() {
    run(true, true, Map.of("NO_COLOR", "1"), "upgrade", "head");
    assertThat(err)
        .containsSubsequence(
            "upgrade <base> -> a1, do a1",
            CLEAR + "upgrade <base> -> a1, do a1: create table a",
            CLEAR + "upgrade <base> -> a1, do a1 (1 operation, ",
            CLEAR + "upgrade a1 -> b2, do b2 (1 operation, ");
    assertThat(out).isEqualTo("now at b2\n");
  }

  @Test
  void tellsAPipeALineForEachRevision() {
    run(false, false, Map.of(), "upgrade", "head");
    assertThat(err.lines().map(line -> line.replaceAll("\\d+ ms", "N ms")))
        .containsExactly(
            "upgrade <base> -> a1, do a1 (1 operation, N ms)",
            "upgrade a1 -> b2, do b2 (1 operation, N ms)");
  }

  @Test
  void leavesNothingBeforeAnError() throws IOException {
    write("c3", "b2", "execute: {sql: insert into nowhere values (1)}");
    run(true, true, Map.of("NO_COLOR", "1"), "upgrade", "head");
    assertThat(err).contains(CLEAR + "error: the upgrade of revision 'c3'");
  }

  private void run(
      boolean outTerminal, boolean errTerminal, Map<String, String> variables, String... words) {
    ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    Main.run(
        List.of(words),
        new CliEnvironment(
            new PrintStream(outBytes, true, StandardCharsets.UTF_8),
            new PrintStream(errBytes, true, StandardCharsets.UTF_8),
            outTerminal,
            errTerminal,
            Optional.empty(),
            variables,
            directory));
    out = outBytes.toString(StandardCharsets.UTF_8);
    err = errBytes.toString(StandardCharsets.UTF_8);
  }

  private void write(String id, String revises, String operation) throws IOException {
    Files.writeString(
        directory.resolve("migrations/" + id + ".yaml"),
        "revision: %s\nrevises: %s\nmessage: do %s\ncreated: 2026-11-22T05:40:00Z\nupgrade:\n  - %s\ndowngrade: []\n"
            .formatted(id, revises, id, operation));
  }
}
