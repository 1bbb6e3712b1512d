package dev.migrator.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.schema.CheckConstraint;
import dev.migrator.schema.Expression;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnorderedTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a in ('x', 'y')                     | a in ('y','x')",
        "a >= 1 and a <= 9                   | (a <= 9) and (a >= 1)",
        "k <> 'C' or (a is not null and b is not null) | (k <> 'C') or b is not null and a is not null",
        "a between 1 and 9                   | (a between 1 and 9)",
        "(a = 1 or b = 2) and c in (2, 1)    | c in (1, 2) and (b = 2 or a = 1)"
      })
  void orderChangesNothing(String one, String other) {
    assertThat(unordered(one)).isEqualTo(unordered(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a in (1, 2)                    | a in (1, 3)",
        "a = 1 and (b = 2 or c = 3)     | a = 1 and b = 2 or c = 3",
        "a between 1 and 9              | a between 9 and 1",
        "a < b                          | b < a",
        "case when a = 1 and b = 2 then c end = 3 | case when b = 2 then c end = 3 and a = 1"
      })
  void orderThatMeansSomethingStays(String one, String other) {
    assertThat(unordered(one)).isNotEqualTo(unordered(other));
  }

  private static CheckConstraint unordered(String condition) {
    return Unordered.check(new CheckConstraint(Optional.empty(), Expression.of(condition)));
  }
}
