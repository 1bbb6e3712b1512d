package dev.migrator.revision.file;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A value in a YAML file, read strictly, with the means to say where it is wrong. A scalar's text
 * is taken as it stands, so that {@code 012} or {@code no} is never misread where a text is wanted.
 *
 * @param file the file, as messages show it
 * @param name what the value is, for messages: its key, or {@code an element of KEY}
 * @param node the value as it was parsed
 */
record YamlValue(String file, String name, Node node) {

  private static final Set<Tag> KNOWN_TAGS =
      Set.of(
          Tag.NULL,
          Tag.STR,
          Tag.INT,
          Tag.FLOAT,
          Tag.BOOL,
          Tag.TIMESTAMP,
          Tag.MERGE,
          Tag.SEQ,
          Tag.MAP);

  YamlValue {
    if (!KNOWN_TAGS.contains(node.getTag())) {
      throw new RevisionFileException(
          Position.of(file, node.getStartMark()),
          "tag '%s' means nothing here. Remove it.".formatted(node.getTag()));
    }
  }

  Position position() {
    return Position.of(file, node.getStartMark());
  }

  boolean isNull() {
    return node instanceof ScalarNode && node.getTag().equals(Tag.NULL);
  }

  boolean isScalar() {
    return node instanceof ScalarNode && !isNull();
  }

  boolean isMap() {
    return node instanceof MappingNode;
  }

  /** The text of a scalar. */
  String text() {
    if (isNull()) {
      throw problem("%s is empty. A text such as null stands in quotes.".formatted(name));
    }
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw problem("%s is to be a text, not %s".formatted(name, kind()));
  }

  boolean bool() {
    return switch (text()) {
      case "true", "True", "TRUE" -> true;
      case "false", "False", "FALSE" -> false;
      default -> throw problem("%s is to be true or false, not '%s'".formatted(name, text()));
    };
  }

  /** A whole number, written in decimal digits. */
  long number() {
    try {
      return Long.parseLong(text());
    } catch (NumberFormatException refused) {
      throw problem("%s is to be a whole number, not '%s'".formatted(name, text()));
    }
  }

  /** The elements of a list, none of them empty. */
  List<YamlValue> list() {
    if (!(node instanceof SequenceNode sequence)) {
      throw problem("%s is to be a list, not %s".formatted(name, kind()));
    }
    return sequence.getValue().stream().map(this::element).toList();
  }

  private YamlValue element(Node element) {
    YamlValue value = new YamlValue(file, "an element of " + name, element);
    if (value.isNull()) {
      throw value.problem(
          "%s is empty. A text such as null stands in quotes.".formatted(value.name()));
    }
    return value;
  }

  <T> List<T> list(Function<YamlValue, T> element) {
    return list().stream().map(element).toList();
  }

  List<String> texts() {
    return list(YamlValue::text);
  }

  /** The map that this is, which may have only these keys. */
  YamlMap map(List<String> keys) {
    if (!(node instanceof MappingNode mapping)) {
      throw problem("%s is to be a map, not %s".formatted(name, kind()));
    }
    return YamlMap.of(this, mapping, keys);
  }

  YamlMap map(String... keys) {
    return map(List.of(keys));
  }

  /** What a conversion of this value makes; its refusal becomes a problem at this place. */
  <T> T convert(Supplier<T> conversion) {
    try {
      return conversion.get();
    } catch (IllegalArgumentException refused) {
      throw problem(String.valueOf(refused.getMessage()));
    }
  }

  RevisionFileException problem(String problem) {
    return new RevisionFileException(position(), problem);
  }

  /** The text of the file with other characters in place of this value's. */
  String replacedIn(String text, String replacement) {
    int start = text.offsetByCodePoints(0, node.getStartMark().getIndex());
    int end = text.offsetByCodePoints(0, node.getEndMark().getIndex());
    return text.substring(0, start) + replacement + text.substring(end);
  }

  String kind() {
    if (isNull()) {
      return "empty";
    }
    if (node instanceof ScalarNode scalar) {
      return "'" + scalar.getValue() + "'";
    }
    return isMap() ? "a map" : "a list";
  }
}
