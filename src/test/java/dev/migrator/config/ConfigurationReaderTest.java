package dev.migrator.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationReaderTest {

  private static final String BLOG =
      """
      database:
        url: ${DATABASE_URL:-jdbc:sqlite:blog.db}
        user: blog
        lock_timeout: 500ms
      models:
        classpath: [classes]
        packages: [com.example.blog]
        naming: snake_case_plural
        nullability: [jpa, jspecify]
      migrations:
        directory: migrations
      environments:
        prod:
          database: {url: '${PROD_URL}', lock_timeout: 2m}
          models: {packages: [com.example.shop]}
        empty:
      """;

  @TempDir Path folder;

  @Test
  void readsEveryKey() throws IOException {
    Configuration configuration = read(BLOG, Optional.empty(), Map.of());

    assertThat(configuration.database().url().jdbc())
        .isEqualTo("jdbc:sqlite:" + folder.resolve("blog.db"));
    assertThat(configuration.database().lockTimeout()).isEqualTo(Duration.ofMillis(500));
    assertThat(configuration.database().ddlLockTimeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(configuration.database().versionTable()).isEqualTo("migrator_version");
    assertThat(configuration.database().historyTable()).isEqualTo("migrator_history");
    assertThat(configuration.models().packages()).containsExactly("com.example.blog");
    assertThat(configuration.models().naming().orElseThrow().preset())
        .isEqualTo("snake_case_plural");
    assertThat(configuration.models().nullability()).containsExactly("jpa", "jspecify");
    assertThat(configuration.migrations().directories())
        .containsExactly(folder.resolve("migrations"));
    assertThat(configuration.sources())
        .containsEntry("database.lock_timeout", folder.resolve("migrator.yaml") + ":4:17")
        .doesNotContainKey("database.version_table");
  }

  @Test
  void anEmptyFileHasDefaultsAndNamesNoDatabase() throws IOException {
    Configuration configuration = read("# nothing\n", Optional.empty(), Map.of());

    assertThat(configuration.models().naming()).isEmpty();
    assertThat(configuration.models().nullability()).containsExactly("jpa", "validation");
    assertThat(configuration.models().classPath().isEmpty()).isTrue();
    assertThat(configuration.migrations().directories())
        .containsExactly(folder.resolve("migrations"));
    assertThatThrownBy(configuration.database()::url)
        .hasMessage(
            folder.resolve("migrator.yaml")
                + " names no database. Give database.url there, or --url.");
  }

  @Test
  void anEnvironmentMergesByKeyAndReplacesLists() throws IOException {
    Map<String, String> variables = Map.of("PROD_URL", "postgres://app:p%40ss@db/blog");
    Configuration configuration = read(BLOG, Optional.of("prod"), variables);

    assertThat(configuration.database().url().jdbc()).isEqualTo("jdbc:postgresql://db/blog");
    assertThat(configuration.database().url().user()).contains("app");
    assertThat(configuration.database().url().password()).contains("p@ss");
    assertThat(configuration.database().lockTimeout()).isEqualTo(Duration.ofMinutes(2));
    assertThat(configuration.models().packages()).containsExactly("com.example.shop");
    assertThat(configuration.models().naming().orElseThrow().preset())
        .isEqualTo("snake_case_plural");
  }

  @Test
  void anEnvironmentMayBeEmpty() throws IOException {
    assertThat(read(BLOG, Optional.of("empty"), Map.of()).models().packages())
        .containsExactly("com.example.blog");
  }

  @Test
  void onlyTheChosenEnvironmentNeedsItsVariablesAndOnlyWhenAskedFor() throws IOException {
    Configuration configuration = read(BLOG, Optional.of("prod"), Map.of());

    assertThatThrownBy(configuration.database()::url)
        .hasMessage(
            folder.resolve("migrator.yaml")
                + ":14:21: the variable PROD_URL is not set. Set it, or give a default:"
                + " ${PROD_URL:-default}.");
  }

  @Test
  void anUnknownEnvironmentIsAnErrorThatNamesTheKnownOnes() {
    assertThatThrownBy(() -> read(BLOG, Optional.of("staging"), Map.of()))
        .hasMessageEndingWith("migrator.yaml has no environment 'staging'. It has: prod, empty.");
  }

  @Test
  void anAddressGivenApartIsCompleteInItself() throws IOException {
    Configuration configuration =
        ConfigurationReader.read(
            file(BLOG + "    # no password goes elsewhere\n"),
            Optional.empty(),
            Optional.of("postgresql://other/db"),
            Map.of());

    assertThat(configuration.database().url().jdbc()).isEqualTo("jdbc:postgresql://other/db");
    assertThat(configuration.database().url().user()).isEmpty();
    assertThat(configuration.sources()).containsEntry("database.url", "--url");
  }

  @Test
  void substitutesValuesDefaultsAndEscapes() throws IOException {
    String yaml =
        """
        database:
          url: postgresql://${HOST:-localhost}/${NAME}
          user: ${NOBODY:-}
          password: $${literal} and ${NAME}
        """;
    DatabaseUrl url =
        read(yaml, Optional.empty(), Map.of("NAME", "a$1", "HOST", "")).database().url();

    assertThat(url.jdbc()).isEqualTo("jdbc:postgresql://localhost/a$1");
    assertThat(url.user()).isEmpty();
    assertThat(url.password()).contains("${literal} and a$1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "database: {ulr: x} | 1:12: unknown key 'ulr'. Did you mean 'url'?",
        "databse: {url: x} | 1:1: unknown key 'databse'. Did you mean 'database'?",
        "zzzzzz: 1 | 1:1: unknown key 'zzzzzz'. Known here: database, environments, migrations,"
            + " models.",
        "environments: {prod: {model: {}}} | 1:23: unknown key 'model'. Did you mean 'models'?",
        "database: sqlite | 1:11: database takes keys (ddl_lock_timeout, exclude, history_table,"
            + " include, lock_timeout, password, schema, url, user, version_table), found the text"
            + " 'sqlite'",
        "database: {url: [a]} | 1:17: database.url takes one value, found a list",
        "database: {url: } | 1:16: database.url takes one value, found nothing",
        "models: {packages: {a: b}} | 1:20: models.packages takes a list, found a mapping",
        "models: {packages: [[a]]} | 1:21: an item of models.packages takes one value, found a"
            + " list",
        "models: {naming: sprng} | 1:18: 'sprng' is not known here. Did you mean 'spring'?",
        "models: {naming: {column: snake_case}} | 1:19: unknown key 'column'. Did you mean"
            + " 'columns'?",
        "models: {naming: {columns: snake_case_plural}} | 1:28: 'snake_case_plural' is not known"
            + " here. Known are: as_written, snake_case",
        "models: {naming: [jpa]} | 1:18: models.naming takes one value, found a list",
        "models: {nullability: [x]} | 1:24: 'x' is not known here. Known are: jpa, jspecify,"
            + " validation",
        "database: {lock_timeout: 60} | 1:26: '60' is not a duration. Write a number with its"
            + " unit: 500ms, 5s, 1m.",
        "models: {naming: '${x'} | 1:18: '${' begins a variable, such as ${DATABASE_URL} or"
            + " ${DATABASE_URL:-default}. Write '$${' for the characters themselves.",
        "database: {url: a, url: b} | 1:20: key 'url' is given twice, first at line 1",
        "- a | 1:1: expected keys such as 'database:', found a list",
        "database: {url: a: b} | 1:18: not valid YAML: expected ',' or '}', but got :",
        "database: {url: 'a} | 1:20: the file ends inside a quoted text",
        "database: {url: *a} | 1:17: an alias (*name) of an anchor (&name) that is not in the"
            + " file. Quote the value if the asterisk belongs to it.",
      })
  void refusesWhatIsWrongWithItsPlace(String yaml, String message) {
    assertThatThrownBy(() -> read(yaml, Optional.empty(), Map.of()))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(folder.resolve("migrator.yaml") + ":" + message);
  }

  @Test
  void namesWrongIndentationTabsAndColons() {
    assertThatThrownBy(() -> read("database:\n  url: a: b\n", Optional.empty(), Map.of()))
        .hasMessageEndingWith(
            ":2:9: a ':' stands where no key can be. Quote the value if the colon belongs to it.");
    assertThatThrownBy(() -> read("database:\n  url: a\n user: b\n", Optional.empty(), Map.of()))
        .hasMessageEndingWith(":3:2: this line is not indented like the lines that it belongs to");
    assertThatThrownBy(() -> read("database:\n\turl: a\n", Optional.empty(), Map.of()))
        .hasMessageEndingWith(":2:1: a tab stands where YAML takes only spaces");
  }

  @Test
  void aMissingFileSaysWhatToRun() {
    assertThatThrownBy(
            () ->
                ConfigurationReader.read(
                    Path.of("nowhere/migrator.yaml"), Optional.empty(), Optional.empty(), Map.of()))
        .hasMessage(
            "nowhere/migrator.yaml does not exist. Run 'migrator init' to create one, or name"
                + " another with --config.");
  }

  @Test
  void takesRulesOfNamingOneByOne() throws IOException {
    NamingSettings naming =
        read(
                "models: {naming: {tables: snake_case_plural, columns: snake_case}}",
                Optional.empty(),
                Map.of())
            .models()
            .naming()
            .orElseThrow();

    assertThat(naming)
        .isEqualTo(
            new NamingSettings(
                "jpa",
                Optional.of("snake_case_plural"),
                Optional.of("snake_case"),
                Optional.empty(),
                false));
  }

  @Test
  void theSchemaIsTheConnectionsOwnOnPostgresqlOnly() throws IOException {
    assertThat(
            read(
                    "database: {url: 'postgresql://h/d?sslmode=require', schema: blog}",
                    Optional.empty(),
                    Map.of())
                .database()
                .url()
                .jdbc())
        .isEqualTo("jdbc:postgresql://h/d?sslmode=require&currentSchema=blog");
    assertThatThrownBy(
            () ->
                read("database: {url: 'sqlite:///a', schema: blog}", Optional.empty(), Map.of())
                    .database()
                    .url())
        .hasMessageEndingWith(
            ":1:40: database.schema is given, but SQLite has no schemas. Remove it.");
  }

  @Test
  void noMessageShowsAPassword() {
    assertThatThrownBy(
            () ->
                read("database: {url: 'mysql://u:secret@h/d'}", Optional.empty(), Map.of())
                    .database()
                    .url())
        .hasMessageContaining("1:17: no database is known for a URL that begins with mysql:.")
        .hasMessageNotContaining("secret");
  }

  private Configuration read(
      String yaml, Optional<String> environment, Map<String, String> variables) throws IOException {
    return ConfigurationReader.read(file(yaml), environment, Optional.empty(), variables);
  }

  private Path file(String yaml) throws IOException {
    return Files.writeString(folder.resolve("migrator.yaml"), yaml);
  }
}
