package dev.migrator.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Reads YAML text into nodes that know where they stand. */
final class NodeReader {

  private final String file;
  private final YAMLParser parser;
  private final Map<String, Node> anchors = new HashMap<>();

  private NodeReader(String file, YAMLParser parser) {
    this.file = file;
    this.parser = parser;
  }

  /**
   * The document of a text, a mapping; an empty text is an empty one.
   *
   * @param file the file's name, for messages
   */
  static Node.Mapping read(String file, String text) {
    try (YAMLParser parser = new YAMLFactory().createParser(text)) {
      return new NodeReader(file, parser).document();
    } catch (JsonProcessingException malformed) {
      throw malformed(file, malformed);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static ConfigurationException malformed(String file, JsonProcessingException failure) {
    if (failure.getCause() instanceof MarkedYAMLException exact) {
      Mark mark = exact.getProblemMark();
      return new ConfigurationException(
          new Location(file, mark.getLine() + 1, mark.getColumn() + 1), sentence(exact), failure);
    }
    return new ConfigurationException(
        file + " is not valid YAML: it holds a character that YAML does not allow", failure);
  }

  private Node.Mapping document() throws IOException {
    Node root = parser.nextToken() == null ? new Node.Nothing(new Location(file, 1, 1)) : node();
    if (parser.nextToken() != null) {
      throw new ConfigurationException(
          at(), "a second YAML document begins here; the file may hold only one");
    }
    if (root instanceof Node.Nothing) {
      return new Node.Mapping(Map.of(), Map.of(), root.at());
    }
    if (root instanceof Node.Mapping mapping) {
      return mapping;
    }
    throw new ConfigurationException(
        root.at(), "expected keys such as 'database:', found " + root.kind());
  }

  /** The node that begins with the current token; the last token of it is then the current one. */
  private Node node() throws IOException {
    if (parser.isCurrentAlias()) {
      return anchored(parser.getText());
    }
    @Nullable Object anchor = parser.getObjectId();
    Location at = at();
    Node node =
        switch (parser.currentToken()) {
          case START_OBJECT -> mapping(at);
          case START_ARRAY -> items(at);
          case VALUE_NULL -> new Node.Nothing(at);
          default -> new Node.Scalar(parser.getText(), at);
        };
    if (anchor != null) {
      anchors.put(anchor.toString(), node);
    }
    return node;
  }

  private Node anchored(String name) {
    return Optional.ofNullable(anchors.get(name))
        .orElseThrow(
            () ->
                new ConfigurationException(
                    at(),
                    "an alias (*name) of an anchor (&name) that is not in the file. Quote the value"
                        + " if the asterisk belongs to it."));
  }

  private Node items(Location at) throws IOException {
    List<Node> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node());
    }
    return new Node.Items(items, at);
  }

  private Node mapping(Location at) throws IOException {
    Map<String, Node> values = new LinkedHashMap<>();
    Map<String, Location> keys = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      Location first = keys.putIfAbsent(key, at());
      if (first != null) {
        throw new ConfigurationException(
            at(), "key '%s' is given twice, first at line %d".formatted(key, first.line()));
      }
      parser.nextToken();
      values.put(key, node());
    }
    return new Node.Mapping(values, keys, at);
  }

  private Location at() {
    JsonLocation place = parser.currentTokenLocation();
    return new Location(file, place.getLineNr(), place.getColumnNr());
  }

  /** The parser's finding in words for someone who does not know its grammar. */
  private static String sentence(MarkedYAMLException malformed) {
    String problem = Optional.ofNullable(malformed.getProblem()).orElse("");
    if (problem.contains("mapping values are not allowed")) {
      return "a ':' stands where no key can be. Quote the value if the colon belongs to it.";
    }
    if (problem.contains("TAB")) {
      return "a tab stands where YAML takes only spaces";
    }
    if (problem.contains("expected <block end>")) {
      return "this line is not indented like the lines that it belongs to";
    }
    if (problem.contains("could not find expected ':'")) {
      return "a key without its ':'";
    }
    if (problem.contains("unexpected end of stream")) {
      return "the file ends inside a quoted text";
    }
    return "not valid YAML: " + problem;
  }
}
