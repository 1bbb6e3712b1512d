package dev.migrator.revision.file;

import dev.migrator.problem.Nearest;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** The entries of a map in a YAML file: each key at most once, and only known ones. */
final class YamlMap {

  private final YamlValue whole;
  private final Map<String, YamlValue> entries;

  private YamlMap(YamlValue whole, Map<String, YamlValue> entries) {
    this.whole = whole;
    this.entries = entries;
  }

  /** The map, with any keys if none are given. */
  static YamlMap of(YamlValue whole, MappingNode mapping, List<String> known) {
    Map<String, YamlValue> entries = new LinkedHashMap<>();
    for (NodeTuple entry : mapping.getValue()) {
      YamlValue key = new YamlValue(whole.file(), "a key", entry.getKeyNode());
      String text = keyText(entry.getKeyNode()).orElseGet(key::text);
      if (!known.isEmpty() && !known.contains(text)) {
        throw key.problem(unknown("key", text, known));
      }
      YamlValue value = new YamlValue(whole.file(), "'" + text + "'", entry.getValueNode());
      if (entries.put(text, value) != null) {
        throw key.problem("key '%s' stands twice".formatted(text));
      }
    }
    return new YamlMap(whole, entries);
  }

  /** A key is its text, be it {@code null} or {@code yes}. */
  private static Optional<String> keyText(Node key) {
    return key instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
  }

  /** {@code unknown key 'colums'. Did you mean 'columns'? Known are name, columns.} */
  static String unknown(String kind, String text, Collection<String> known) {
    return "unknown %s '%s'%s Known are %s."
        .formatted(
            kind,
            text,
            Nearest.to(text, known).map(near -> ". Did you mean '" + near + "'?").orElse("."),
            String.join(", ", known));
  }

  YamlValue whole() {
    return whole;
  }

  boolean has(String key) {
    return entries.containsKey(key);
  }

  Map<String, YamlValue> entries() {
    return entries;
  }

  Optional<YamlValue> optional(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  YamlValue required(String key) {
    return optional(key)
        .orElseThrow(() -> whole.problem("%s lacks '%s'".formatted(whole.name(), key)));
  }

  /** A text that may be missing. */
  Optional<String> text(String key) {
    return optional(key).map(YamlValue::text);
  }

  /** A list of texts that is empty where it is missing. */
  List<String> texts(String key) {
    return list(key, YamlValue::text);
  }

  /** A list that is empty where it is missing. */
  <T> List<T> list(String key, Function<YamlValue, T> element) {
    return optional(key).map(value -> value.list(element)).orElse(List.of());
  }

  /** A yes or no that is no where it is missing. */
  boolean flag(String key) {
    return optional(key).map(YamlValue::bool).orElse(false);
  }
}
