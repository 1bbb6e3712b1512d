package dev.migrator.config;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads YAML text into nodes that know where they stand. */
final class NodeReader {

  private final String file;

  private NodeReader(String file) {
    this.file = file;
  }

  /**
   * The document of a text, a mapping; an empty text is an empty one.
   *
   * @param file the file's name, for messages
   */
  static Node.Mapping read(String file, String text) {
    return new NodeReader(file).document(text);
  }

  private Node.Mapping document(String text) {
    org.yaml.snakeyaml.nodes.Node root;
    try {
      root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
    } catch (MarkedYAMLException malformed) {
      throw new ConfigurationException(
          at(malformed.getProblemMark()), sentence(malformed), malformed);
    } catch (YAMLException malformed) {
      throw new ConfigurationException(
          file + " is not valid YAML: it holds a character that YAML does not allow", malformed);
    }
    Node node = root == null ? new Node.Nothing(new Location(file, 1, 1)) : node(root);
    if (node instanceof Node.Nothing) {
      return new Node.Mapping(Map.of(), Map.of(), node.at());
    }
    if (node instanceof Node.Mapping mapping) {
      return mapping;
    }
    throw new ConfigurationException(
        node.at(), "expected keys such as 'database:', found " + node.kind());
  }

  private Node node(org.yaml.snakeyaml.nodes.Node node) {
    Location at = at(node.getStartMark());
    if (node instanceof ScalarNode scalar) {
      return node.getTag().equals(Tag.NULL)
          ? new Node.Nothing(at)
          : new Node.Scalar(scalar.getValue(), at);
    }
    if (node instanceof SequenceNode sequence) {
      List<Node> items = sequence.getValue().stream().map(this::node).toList();
      return new Node.Items(items, at);
    }
    return mapping(((MappingNode) node).getValue(), at);
  }

  private Node.Mapping mapping(List<NodeTuple> tuples, Location at) {
    Map<String, Node> values = new LinkedHashMap<>();
    Map<String, Location> keys = new LinkedHashMap<>();
    for (NodeTuple tuple : tuples) {
      Location place = at(tuple.getKeyNode().getStartMark());
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        throw new ConfigurationException(place, "a key must be a plain word");
      }
      Location first = keys.putIfAbsent(key.getValue(), place);
      if (first != null) {
        throw new ConfigurationException(
            place,
            "key '%s' is given twice, first at line %d".formatted(key.getValue(), first.line()));
      }
      values.put(key.getValue(), node(tuple.getValueNode()));
    }
    return new Node.Mapping(values, keys, at);
  }

  private Location at(Mark mark) {
    return new Location(file, mark.getLine() + 1, mark.getColumn() + 1);
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
    if (problem.contains("found undefined alias")) {
      return "an alias (*name) of an anchor (&name) that is not in the file. Quote the value if the"
          + " asterisk belongs to it.";
    }
    if (problem.contains("expected a single document")) {
      return "a second YAML document begins here; the file may hold only one";
    }
    return "not valid YAML: " + problem;
  }
}
