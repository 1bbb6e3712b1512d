package dev.migrator.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RevisionIdTest {

  @Test
  void aRandomIdIsNeverTakenForANumber() {
    Random random = new Random(1);
    assertThat(Stream.generate(() -> RevisionId.random(random)).limit(20_000))
        .extracting(RevisionId::value)
        .allMatch(id -> id.matches("[0-9a-f]{12}"))
        .noneMatch(id -> id.matches("\\d+(e\\d+)?"))
        .doesNotHaveDuplicates();
  }
}
