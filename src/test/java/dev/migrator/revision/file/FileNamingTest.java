package dev.migrator.revision.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.revision.RevisionHeader;
import dev.migrator.revision.RevisionId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamingTest {

  @ParameterizedTest
  @CsvSource({
    "{id}_{slug}, Add posts!, a1_add_posts.yaml",
    "{id}_{slug}, !, a1.yaml",
    "{year}-{month}-{day}_{id}, x, 2026-12-01_a1.yaml",
    "{hour}{minute}{second}-{id}-{slug}, x y, 083005-a1-x_y.yaml",
    "{epoch}.{id}, x, 1796081405.a1.yaml"
  })
  void fillsInTheParts(String template, String message, String name) {
    RevisionHeader header =
        RevisionHeader.of(
            new RevisionId("a1"), List.of(), message, Instant.parse("2026-11-30T23:30:05Z"));
    assertThat(new FileNaming(template, ZoneId.of("Asia/Tokyo")).name(header, RevisionFormat.YAML))
        .isEqualTo(name);
  }
}
