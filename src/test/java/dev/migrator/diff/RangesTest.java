package dev.migrator.diff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangesTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "size between 0 and 1, size >= 0 and size <= 1",
        "a = 1 or \"Size\" between 0 and 12 and b, a = 1 or \"Size\" >= 0 and \"Size\" <= 12 and b",
        "size not between 0 and 1, size not between 0 and 1",
        "not size between 0 and 1, not size between 0 and 1",
        "t . size between 0 and 1, t . size between 0 and 1",
        "size between a and b, size between a and b",
        "name <> 'x between 0 and 1', name <> 'x between 0 and 1'"
      })
  void betweenIsTwoComparisons(String sql, String spelledOut) {
    assertThat(Ranges.spelledOut(sql)).isEqualTo(spelledOut);
  }
}
