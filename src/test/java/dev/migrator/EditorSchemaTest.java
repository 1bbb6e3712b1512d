package dev.migrator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.migrator.command.EditorSchema;
import dev.migrator.config.ConfigurationReader;
import dev.migrator.problem.ProblemException;
import dev.migrator.revision.file.RevisionFormat;
import dev.migrator.revision.file.RevisionReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The JSON Schemas take every file of this repository that the tool takes: its own, those of
 * scripts and scenarios, templates and snippets of the documentation.
 */
class EditorSchemaTest {

  private static final Pattern SNIPPET = Pattern.compile("(?ms)^```yaml\\n(.*?)^```$");
  private static final Pattern WRITTEN =
      Pattern.compile("(?ms)^-- \\S+\\.ya?ml --\\n(.*?)(?=^-- \\S+ --$|^\\$ |\\z)");
  private static final Pattern OPERATIONS =
      Pattern.compile("(?ms)^-- operations --\\n(.*?)(?=^-- \\S+ --$|\\z)");
  private static final String HEADER =
      "revision: a1\nrevises: []\nmessage: of a scenario\ncreated: 2026-11-22T05:40:00Z\ndowngrade: []\n";

  @TempDir Path folder;

  @Test
  void takesTheRevisionsThatTheReaderTakes() throws IOException {
    check(EditorSchema.REVISION, this::isRevision, 200);
  }

  @Test
  void takesTheConfigurationsThatTheReaderTakes() throws IOException {
    check(EditorSchema.CONFIGURATION, this::isConfiguration, 50);
  }

  @Test
  void refusesMistakes() throws JsonProcessingException {
    assertThat(
            schema(EditorSchema.CONFIGURATION)
                .validate(new YAMLMapper().readTree("database: {ulr: sqlite:///a.db}")))
        .isNotEmpty();
    assertThat(
            schema(EditorSchema.REVISION)
                .validate(new YAMLMapper().readTree(HEADER + "upgrade:\n  - drop_tabel: a\n")))
        .isNotEmpty();
  }

  private static void check(EditorSchema kind, Predicate<String> taken, int atLeast)
      throws IOException {
    JsonSchema schema = schema(kind);
    int checked = 0;
    for (Map.Entry<String, String> file : files().entrySet()) {
      if (taken.test(file.getValue())) {
        JsonNode document = new YAMLMapper().readTree(file.getValue());
        assertThat(schema.validate(document)).as(file.getKey()).isEmpty();
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(atLeast);
  }

  private static JsonSchema schema(EditorSchema kind) {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(kind.text());
  }

  private boolean isRevision(String text) {
    try {
      RevisionReader.read("file.yaml", text, RevisionFormat.YAML);
      return true;
    } catch (ProblemException other) {
      return false;
    }
  }

  private boolean isConfiguration(String text) {
    try {
      Path file = folder.resolve("migrator.yaml");
      Files.writeString(file, text);
      ConfigurationReader.read(file, Optional.empty(), Optional.empty(), Map.of());
      return true;
    } catch (ProblemException other) {
      return false;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Every YAML document by where it stands. */
  private static Map<String, String> files() throws IOException {
    Map<String, String> found = new LinkedHashMap<>();
    for (Path file : below(Path.of("src"), ".yaml", ".yml", ".txt")) {
      String text = Files.readString(file);
      if (file.toString().endsWith(".txt")) {
        WRITTEN.matcher(text).results().forEach(part -> found.put(at(file, part), part.group(1)));
        OPERATIONS
            .matcher(text)
            .results()
            .forEach(
                part -> found.put(at(file, part), HEADER + "upgrade:\n" + part.group(1).indent(2)));
      } else {
        found.put(file.toString(), text);
      }
    }
    for (Path file : below(Path.of("migrations"), ".yaml")) {
      found.put(file.toString(), Files.readString(file));
    }
    found.put("migrator.yaml", Files.readString(Path.of("migrator.yaml")));
    for (Path page : below(Path.of("docs"), ".md")) {
      SNIPPET
          .matcher(Files.readString(page))
          .results()
          .forEach(part -> found.put(at(page, part), part.group(1)));
    }
    return found;
  }

  private static String at(Path file, MatchResult part) {
    return file + " at character " + part.start();
  }

  private static List<Path> below(Path folder, String... suffixes) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> Stream.of(suffixes).anyMatch(file.toString()::endsWith))
          .sorted()
          .toList();
    }
  }
}
