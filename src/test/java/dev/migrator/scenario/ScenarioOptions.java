package dev.migrator.scenario;

import dev.migrator.command.Decisions;
import dev.migrator.diff.Fill;
import dev.migrator.testing.SectionedText.Section;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * What a case sets beside its classes.
 *
 * @param models keys of {@code models} in {@code migrator.yaml}: {@code naming}, {@code
 *     nullability}
 * @param decisions what a person decides when the second revision is generated: {@code rename},
 *     {@code drop}, {@code fill}, {@code fill_sql}
 */
record ScenarioOptions(Map<String, Object> models, Decisions decisions) {

  static final ScenarioOptions NONE = new ScenarioOptions(Map.of(), Decisions.NONE);

  private static final List<String> MODEL_KEYS = List.of("naming", "nullability");

  private static final List<String> DECISION_KEYS =
      List.of("rename", "drop", "fill", "fill_sql", "replace");

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
    Map<String, List<String>> decided = new TreeMap<>();
    map.forEach(
        (key, value) -> {
          String name = String.valueOf(key);
          if (DECISION_KEYS.contains(name)) {
            decided.put(
                name,
                name.startsWith("fill") || name.equals("replace") ? whole(value) : list(value));
          } else if (MODEL_KEYS.contains(name)) {
            models.put(name, name.equals("nullability") ? list(value) : value);
          } else {
            throw wrong.apply(
                "unknown option '%s'. Known are: %s, %s."
                    .formatted(
                        name, String.join(", ", MODEL_KEYS), String.join(", ", DECISION_KEYS)));
          }
        });
    return new ScenarioOptions(
        models,
        new Decisions(
            decided.getOrDefault("rename", List.of()),
            Set.copyOf(decided.getOrDefault("drop", List.of())),
            Stream.concat(
                    decided.getOrDefault("fill", List.of()).stream().map(Fill::value),
                    decided.getOrDefault("fill_sql", List.of()).stream().map(Fill::expression))
                .toList(),
            decided.getOrDefault("replace", List.of()),
            Decisions.NONE.questions()));
  }

  /** A list, or one text, which may hold commas. */
  private static List<String> whole(Object value) {
    return value instanceof List<?> items
        ? items.stream().map(String::valueOf).toList()
        : List.of(String.valueOf(value));
  }

  /** {@code [jpa, jspecify]}, or the same without brackets. */
  private static List<String> list(Object value) {
    return value instanceof List<?> items
        ? items.stream().map(String::valueOf).toList()
        : List.of(String.valueOf(value).strip().split("\\s*,\\s*"));
  }
}
