package dev.migrator.scenario;

import dev.migrator.testing.SectionedText.Section;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * What a case sets beside its classes.
 *
 * @param models keys of {@code models} in {@code migrator.yaml}: {@code naming}, {@code
 *     nullability}
 */
record ScenarioOptions(Map<String, Object> models) {

  static final ScenarioOptions NONE = new ScenarioOptions(Map.of());

  private static final Set<String> KEYS = Set.of("naming", "nullability");

  static ScenarioOptions parse(Section section, Function<String, IllegalArgumentException> wrong) {
    Object parsed;
    try {
      parsed = new Yaml(new SafeConstructor(new LoaderOptions())).load(section.text());
    } catch (YAMLException malformed) {
      throw wrong.apply("the options are no YAML: " + malformed.getMessage());
    }
    if (!(parsed instanceof Map<?, ?> map)) {
      throw wrong.apply("the options are no 'key: value' lines");
    }
    Map<String, Object> models = new TreeMap<>();
    map.forEach(
        (key, value) -> {
          if (!KEYS.contains(String.valueOf(key))) {
            throw wrong.apply(
                "unknown option '%s'. Known are: naming, nullability.".formatted(key));
          }
          models.put(String.valueOf(key), key.equals("nullability") ? list(value) : value);
        });
    return new ScenarioOptions(models);
  }

  /** {@code [jpa, jspecify]}, or the same without brackets. */
  private static List<?> list(Object value) {
    return value instanceof List<?> items
        ? items
        : List.of(String.valueOf(value).strip().split("\\s*,\\s*"));
  }
}
