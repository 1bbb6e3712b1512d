package dev.migrator.diff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "( a > 0 ) and ( b = 1 )|a > 0 and b = 1",
        "( ( a > 0 ) ) or b|a > 0 or b",
        "x or ( ( a and b ) )|x or ( a and b )",
        "( x or ( y ) ) and ( z is null )|( x or y ) and z is null",
        "( f ( a , b ) > 0 ) and c in ( 1 , 2 )|f ( a , b ) > 0 and c in ( 1 , 2 )",
      })
  void leavesOutWhatAndAndOrJoinAnyway(String condition, String expected) {
    assertThat(Grouping.removed(condition)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a and ( b or c )",
        "not ( a = b ) and c",
        "( a + b ) * c > 0 and d",
        "x between 1 and ( a = b ) and c",
        "( a , b ) in ( ( 1 , 2 ) ) and c",
        "( select 1 ) and a",
        "lower ( a ) and f ( )",
      })
  void keepsWhatCounts(String condition) {
    assertThat(Grouping.removed(condition)).isEqualTo(condition);
  }
}
