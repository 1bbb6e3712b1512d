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
import org.junit.jupiter.api.io.TempDir;

class StampCommandTest {

  @TempDir Path directory;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void writeTwoRevisions() throws IOException {
    Files.writeString(
        directory.resolve("migrator.yaml"), "database: {url: 'jdbc:sqlite:stamp.db'}\n");
    Files.createDirectory(directory.resolve("migrations"));
    writeRevision("a1", "");
    writeRevision("b2", "a1");
  }

  @Test
  void purgesARowThatNoFileHas() throws IOException {
    assertThat(run("stamp", "head")).isZero();
    Files.delete(directory.resolve("migrations/b2.sql"));
    assertThat(run("stamp", "a1")).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("revision 'b2', which is in no revision file")
        .contains("'migrator stamp --purge REVISION'");
    assertThat(run("stamp", "--purge", "a1")).isZero();
    assertThat(run("stamp", "a1")).isZero();
  }

  @Test
  void printsWhatItWouldWriteAndWritesNothing() {
    assertThat(run("stamp", "a1")).isZero();
    out.reset();
    assertThat(run("stamp", "b2", "--sql=plain")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .startsWith("BEGIN IMMEDIATE;")
        .contains("DELETE FROM migrator_version WHERE revision = 'a1';")
        .contains("INSERT INTO migrator_version (revision) VALUES ('b2');")
        .contains("VALUES ('b2', 'stamp', 'done', 1, 1, 'sha256:")
        .contains("CURRENT_TIMESTAMP")
        .endsWith("COMMIT;\n");
    out.reset();
    assertThat(run("current")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("a1 (current)\n");
  }

  @Test
  void printsARangeWithoutADatabase() throws IOException {
    assertThat(run("stamp", "a1:head", "--sql=plain")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .doesNotContain("CREATE TABLE")
        .contains("DELETE FROM migrator_version WHERE revision = 'a1';")
        .contains("VALUES ('b2', 'stamp', 'done'")
        .doesNotContain("VALUES ('a1', 'stamp'");
    out.reset();
    assertThat(run("stamp", "base:a1", "--sql=plain")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("CREATE TABLE IF NOT EXISTS migrator_version")
        .contains("INSERT INTO migrator_version (revision) VALUES ('a1');");
    assertThat(directory.resolve("stamp.db")).doesNotExist();
    assertThat(run("stamp", "base:a1", "b2", "--sql")).isEqualTo(ExitCode.FAILED);
  }

  private int run(String... arguments) {
    return Main.run(
        List.of(arguments),
        new CliEnvironment(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Map.of(),
            directory));
  }

  private void writeRevision(String id, String revises) throws IOException {
    Files.writeString(
        directory.resolve("migrations").resolve(id + ".sql"),
        """
        -- revision: %s
        -- revises: %s
        -- message: test
        -- created: 2026-11-22T05:40:00Z
        -- migrator:upgrade
        -- migrator:downgrade
        """
            .formatted(id, revises));
  }
}
