package dev.migrator.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ShapeTest {

  /** The JSON Schema, which editors read, allows the keys that the tool takes and no others. */
  @Test
  void hasTheKeysOfTheJsonSchema() throws IOException {
    try (InputStream resource =
        Shape.class.getResourceAsStream("/dev/migrator/migrator.schema.json")) {
      JsonNode schema = new ObjectMapper().readTree(resource);
      Shape.Keys file = (Shape.Keys) Shape.file();

      assertThat(keys(schema)).isEqualTo(file.shapes().keySet());
      for (String section : Set.of("database", "models", "migrations")) {
        assertThat(keys(schema.path("$defs").path(section)))
            .isEqualTo(((Shape.Keys) file.shapes().get(section)).shapes().keySet());
      }
    }
  }

  private static Set<String> keys(JsonNode schema) {
    Set<String> keys = new TreeSet<>();
    schema.path("properties").fieldNames().forEachRemaining(keys::add);
    return keys;
  }
}
