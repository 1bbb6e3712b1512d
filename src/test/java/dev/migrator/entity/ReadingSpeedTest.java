package dev.migrator.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingSpeedTest {

  /**
   * Wide enough for a machine that is busy with other tests; the figure is in the documentation.
   */
  private static final Duration LIMIT = Duration.ofSeconds(8);

  @TempDir Path directory;

  @Test
  void fiveHundredEntitiesAreReadByAColdProcessInNoTime() throws Exception {
    Path classes = directory.resolve("classes");
    ReadingSpeed.compile(classes);
    Duration fastest =
        Stream.of(read(classes), read(classes), read(classes))
            .min(Duration::compareTo)
            .orElseThrow();
    assertThat(fastest).isLessThan(LIMIT);
  }

  private static Duration read(Path classes) throws IOException, InterruptedException {
    Instant start = Instant.now();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmn8m",
                "-cp",
                System.getProperty("java.class.path"),
                ReadingSpeed.class.getName(),
                classes.toString())
            .redirectErrorStream(true)
            .start();
    String printed =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor()).as(printed).isZero();
    assertThat(printed).isEqualTo("700");
    return Duration.between(start, Instant.now());
  }
}
