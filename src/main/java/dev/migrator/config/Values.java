package dev.migrator.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values of one section, substituted as they are asked for. An empty text is as if the key were
 * not there, so that <code>${NAME:-}</code> can leave a value out.
 *
 * @param section the section's keys, of a shape that was checked
 * @param variables what <code>${NAME}</code> stands for
 */
record Values(Node.Mapping section, Variables variables) {

  Values section(String key) {
    return section.values().get(key) instanceof Node.Mapping inner
        ? new Values(inner, variables)
        : new Values(new Node.Mapping(Map.of(), Map.of(), section.at()), variables);
  }

  Optional<Value> value(String key) {
    return Optional.ofNullable(section.values().get(key))
        .filter(Node.Scalar.class::isInstance)
        .map(node -> value((Node.Scalar) node))
        .filter(value -> !value.text().isEmpty());
  }

  Optional<String> text(String key) {
    return value(key).map(Value::text);
  }

  /** The items of a list, or the one text; empty where the key is not there. */
  Optional<List<Value>> list(String key) {
    Node node = section.values().get(key);
    if (node instanceof Node.Items list) {
      return Optional.of(
          list.items().stream()
              .map(item -> value((Node.Scalar) item))
              .filter(value -> !value.text().isEmpty())
              .toList());
    }
    return value(key).map(List::of);
  }

  List<String> texts(String key) {
    return list(key).orElse(List.of()).stream().map(Value::text).toList();
  }

  List<Placed> placed(String key) {
    return list(key).orElse(List.of()).stream()
        .map(value -> new Placed(value.text(), value.at().toString()))
        .toList();
  }

  /** Whether it is {@code true}; where the key is not there it is not. */
  boolean flag(String key) {
    return value(key).map(Values::flag).orElse(false);
  }

  private static boolean flag(Value value) {
    return switch (value.text()) {
      case "true", "True", "TRUE" -> true;
      case "false", "False", "FALSE" -> false;
      default ->
          throw new ConfigurationException(
              value.at(), "'%s' is neither true nor false.".formatted(value.text()));
    };
  }

  Duration duration(String key, Duration otherwise) {
    return value(key).map(Values::duration).orElse(otherwise);
  }

  private static Duration duration(Value value) {
    return Durations.parse(value.text())
        .orElseThrow(
            () ->
                new ConfigurationException(
                    value.at(),
                    "'%s' is not a duration. Write a number with its unit: 500ms, 5s, 1m."
                        .formatted(value.text())));
  }

  private Value value(Node.Scalar scalar) {
    return new Value(variables.substitute(scalar).strip(), scalar.at());
  }

  /**
   * A text with its place.
   *
   * @param text the text after substitution
   * @param at where it stands
   */
  record Value(String text, Location at) {}
}
