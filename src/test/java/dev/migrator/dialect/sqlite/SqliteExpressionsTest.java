package dev.migrator.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.schema.Expression;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqliteExpressionsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "a>1 AND  B <2 # a > 1 and b < 2",
        "((a)) # a",
        "(a) OR (b) # (a) or (b)",
        "\"a\" = 'A' # a = 'A'",
        "[Mixed Case]=1 # \"Mixed Case\" = 1",
        "mixed IS NULL # \"Mixed\" is null",
        "x in ( 'M' ,\"F\" ) # x in ('M', 'F')",
        "Lower ( a ) || - 1 # lower(a) || -1",
        "a - -1 # a - -1",
        "- - a # - -a",
        "count(*) # count(*)",
        "CAST(a AS Text) # cast(a as text)",
        "t.a = 1 /* one */ # t.a = 1",
        "\"order\" <> key # \"order\" <> key",
        "exists (select 1) # exists (select 1)",
        "a = x'0F' # a = x'0F'",
      })
  void spellsTextsInOneWay(String text, String expected) {
    List<String> columns = List.of("a", "b", "Mixed", "Mixed Case", "order", "key");
    String canonical = SqliteExpressions.canonical(text, columns);
    assertThat(canonical).isEqualTo(expected);
    assertThat(SqliteExpressions.canonical(canonical, columns)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '`',
      value = {
        "now() # CURRENT_TIMESTAMP",
        "NOW ( ) # CURRENT_TIMESTAMP",
        "coalesce(now(), 'now()') # (coalesce(CURRENT_TIMESTAMP, 'now()'))",
        "'x' # 'x'",
        "( -1 ) # -1",
        "1 + 1 # (1 + 1)",
        "true # true",
      })
  void translatesDefaults(String portable, String expected) {
    String sql = SqliteExpressions.sql(Expression.of(portable)).orElseThrow();
    assertThat(SqliteExpressions.asDefault(sql)).isEqualTo(expected);
  }

  @Test
  void makesUuids() throws Exception {
    try (SqliteFile file = new SqliteFile()) {
      String uuid = SqliteExpressions.sql(Expression.of("gen_random_uuid()")).orElseThrow();
      assertThat(
              file.query(
                  "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200) SELECT "
                      + uuid
                      + " FROM n"))
          .doesNotHaveDuplicates()
          .allMatch(
              text ->
                  text.matches(
                      "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
    }
  }
}
