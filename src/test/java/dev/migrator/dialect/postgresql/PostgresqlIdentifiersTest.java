package dev.migrator.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrator.schema.QualifiedName;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresqlIdentifiersTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "users,users",
        "_a1$,_a1$",
        "Users,\"Users\"",
        "1st,\"1st\"",
        "a b,\"a b\"",
        "a\"b,\"a\"\"b\"",
        "order,\"order\"",
        "über,\"über\"",
      })
  void quotesWhereNeeded(String name, String sql) {
    assertThat(PostgresqlIdentifiers.quote(name)).isEqualTo(sql);
  }

  @Test
  void quotesEachPartOfAQualifiedName() {
    assertThat(PostgresqlIdentifiers.quote(QualifiedName.of("user", "posts")))
        .isEqualTo("\"user\".posts");
  }

  @Test
  void everyKeyWordThatTheServerQuotesIsQuoted() throws SQLException {
    try (Postgres postgres = new Postgres()) {
      assertThat(
              postgres.rows("SELECT word FROM pg_get_keywords() WHERE quote_ident(word) <> word"))
          .hasSizeGreaterThan(100)
          .allMatch(word -> PostgresqlIdentifiers.quote(word).equals('"' + word + '"'));
    }
  }

  @Test
  void theServerReadsALiteralBack() throws SQLException {
    String text = "it's \\ \"a\" $$ line\nbreak";
    try (Postgres postgres = new Postgres()) {
      assertThat(postgres.rows("SELECT " + PostgresqlIdentifiers.literal(text)))
          .containsExactly(text);
      assertThat(postgres.rows("SELECT " + PostgresqlIdentifiers.dollarQuoted("a $migrator$ b")))
          .containsExactly("\na $migrator$ b\n");
    }
  }
}
