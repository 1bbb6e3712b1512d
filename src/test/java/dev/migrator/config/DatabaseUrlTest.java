package dev.migrator.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

  private static final Path BASE = Path.of("/app");

  @ParameterizedTest
  @CsvSource({
    "jdbc:sqlite:blog.db, jdbc:sqlite:/app/blog.db",
    "jdbc:sqlite:/var/blog.db, jdbc:sqlite:/var/blog.db",
    "jdbc:sqlite:blog.db?journal_mode=WAL, jdbc:sqlite:/app/blog.db?journal_mode=WAL",
    "jdbc:sqlite:file:blog.db?mode=ro, jdbc:sqlite:file:/app/blog.db?mode=ro",
    "jdbc:sqlite:file:///var/blog.db, jdbc:sqlite:file:///var/blog.db",
    "jdbc:sqlite::memory:, jdbc:sqlite::memory:",
    "sqlite:///blog.db, jdbc:sqlite:/app/blog.db",
    "sqlite:////var/blog.db, jdbc:sqlite:/var/blog.db",
    "sqlite://, jdbc:sqlite::memory:",
  })
  void readsTheSpellingsOfAnSqliteFile(String given, String jdbc) {
    DatabaseUrl url = DatabaseUrl.parse(given, BASE);

    assertThat(url.dialect()).isEqualTo("sqlite");
    assertThat(url.jdbc()).isEqualTo(jdbc);
    assertThat(url.credentials()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "postgresql://h/d, jdbc:postgresql://h/d, ,",
    "postgres://u:p@h:5433/d?sslmode=require, jdbc:postgresql://h:5433/d?sslmode=require, u, p",
    "postgresql://u:p%40%2F%3a@h/d, jdbc:postgresql://h/d, u, p@/:",
    "postgresql://u:a+b@h/d%20e, jdbc:postgresql://h/d%20e, u, a+b",
    "'postgresql://u%40x@h1:1,h2:2/d', 'jdbc:postgresql://h1:1,h2:2/d', u@x,",
    "postgresql://h/d?user=u&password=p&application_name=a+b,"
        + " jdbc:postgresql://h/d?ApplicationName=a%2Bb, u, p",
    "postgresql:///d, jdbc:postgresql:///d, ,",
    "postgresql://[::1]:5432, jdbc:postgresql://[::1]:5432/, ,",
    "postgresql://u:%C3%A9@h/d, jdbc:postgresql://h/d, u, é",
    "jdbc:postgresql://h/d?user=u&password=p%2B1&ssl=true, jdbc:postgresql://h/d?ssl=true, u,"
        + " p+1",
    "jdbc:postgresql:d, jdbc:postgresql:d, ,",
  })
  void readsTheSpellingsOfAPostgresqlServer(
      String given, String jdbc, String user, String password) {
    DatabaseUrl url = DatabaseUrl.parse(given, BASE);

    assertThat(url.dialect()).isEqualTo("postgresql");
    assertThat(url.jdbc()).isEqualTo(jdbc);
    assertThat(url.user().orElse(null)).isEqualTo(user);
    assertThat(url.password().orElse(null)).isEqualTo(password);
  }

  @Test
  void printsNoPasswordWhateverCarriesOne() {
    DatabaseUrl url =
        DatabaseUrl.parse("jdbc:postgresql://h/d?user=u&password=p1&sslpassword=p2&ssl=true", BASE);

    assertThat(url.printable())
        .isEqualTo("jdbc:postgresql://h/d?sslpassword=***&ssl=true as u")
        .isEqualTo(url.toString());
    assertThat(url.credentials()).containsEntry("user", "u").containsEntry("password", "p1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mysql://u:secret@h/d",
        "secret",
        "sqlite:/secret",
        "sqlite://secret/d",
        "postgresql://u:secret%@h/d",
        "postgresql://u:secret%zz@h/d",
        "jdbc:postgresql://h/d?password=secret%zz",
        "jdbc:mysql://h/d?password=secret",
      })
  void refusesWhatItDoesNotKnowWithoutRepeatingIt(String given) {
    assertThatThrownBy(() -> DatabaseUrl.parse(given, BASE))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .isNotEmpty()
        .doesNotContain("secret");
  }
}
