package dev.migrator.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueListTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "level in ('LOW','HIGH') | level | 'LOW' 'HIGH'",
        "(\"Level\" IN ('it''s', 'a,b')) | \"Level\" | 'it''s' 'a,b'",
        "code in (-1, 20) | code | -1 20",
        "level = 'LOW' | level | 'LOW'",
        "level in ('LOW') or level is null | level | 'LOW'",
        "level between 0 and 2 | level | 0 1 2",
        "((\"Level\" >= 0) AND (\"Level\" <= 1)) | \"Level\" | 0 1",
        "level BETWEEN 3 AND 3 or level is null | level | 3",
      })
  void aListOfValuesIsRead(String sql, String column, String literals) {
    assertThat(ValueList.of(sql))
        .hasValueSatisfying(
            list -> {
              assertThat(list.column()).isEqualTo(column);
              assertThat(String.join(" ", list.literals())).isEqualTo(literals);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "level in ('LOW', other)",
        "level between 0 and other",
        "level between 0 and 2.5",
        "level between 0 and 99999",
        "level not between 0 and 2",
        "level >= 0 and other <= 2",
        "level between 2 and 1",
        "level in ('LOW') and a > 0",
        "level not in ('LOW')",
        "level in (select 'LOW')",
        "level in ('LOW') or other is null",
        "lower(level) in ('low')",
        "level is null",
        "level in ('LOW') or level in ('HIGH')",
        "level in ()",
        "'LOW' = level",
        "level",
        "",
      })
  void anythingElseIsNone(String sql) {
    assertThat(ValueList.of(sql)).isEmpty();
  }
}
