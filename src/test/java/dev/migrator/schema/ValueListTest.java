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
        "level in ('LOW') and a > 0",
        "level not in ('LOW')",
        "level in (select 'LOW')",
        "level in ('LOW') or other is null",
        "lower(level) in ('low')",
        "level is null",
        "level in ('LOW') or level in ('HIGH')",
        "level in ()",
        "level between 0 and 2",
        "'LOW' = level",
        "level",
        "",
      })
  void anythingElseIsNone(String sql) {
    assertThat(ValueList.of(sql)).isEmpty();
  }
}
