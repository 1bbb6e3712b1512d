package dev.migrator.revision.file;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.emitter.Emitter;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.resolver.Resolver;
import org.yaml.snakeyaml.serializer.Serializer;

/**
 * Writes nodes as YAML: what fits the width is one flow line, the rest is indented block by block.
 * A list of maps always has a line for each of them, and a text of several lines stands as it is.
 */
final class YamlWriter {

  private static final int WIDTH = 120;
  private static final int INDENT = 2;
  private static final Resolver RESOLVER = new Resolver();

  private YamlWriter() {}

  /** The document whose root is a map; the root itself is never one line. */
  static String write(MappingNode root) {
    for (NodeTuple entry : root.getValue()) {
      layOut(entry, 0);
    }
    return emit(root);
  }

  private static void layOut(NodeTuple entry, int indent) {
    int column = indent + emit(entry.getKeyNode()).length() + ": ".length() - "\n".length();
    layOut(entry.getValueNode(), column, indent + INDENT);
  }

  /** Decides how a value is written that begins at a column, or else below at an indentation. */
  private static void layOut(Node node, int column, int indent) {
    if (node instanceof CollectionNode<?> collection) {
      if (canBeOneLine(node) && column + oneLine(node).length() <= WIDTH) {
        return;
      }
      collection.setFlowStyle(FlowStyle.BLOCK);
    }
    if (node instanceof MappingNode mapping) {
      mapping.getValue().forEach(entry -> layOut(entry, indent));
    } else if (node instanceof SequenceNode sequence) {
      sequence.getValue().forEach(item -> layOutItem(item, indent + INDENT));
    }
  }

  /** {@code - key: value} needs no braces. */
  private static void layOutItem(Node item, int indent) {
    if (item instanceof MappingNode mapping && mapping.getValue().size() == 1) {
      mapping.setFlowStyle(FlowStyle.BLOCK);
      layOut(mapping.getValue().get(0), indent);
    } else {
      layOut(item, indent, indent);
    }
  }

  private static boolean canBeOneLine(Node node) {
    if (node instanceof MappingNode mapping) {
      return mapping.getValue().stream().allMatch(entry -> canBeOneLine(entry.getValueNode()));
    }
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue().stream().noneMatch(MappingNode.class::isInstance)
          && sequence.getValue().stream().allMatch(YamlWriter::canBeOneLine);
    }
    return ((ScalarNode) node).getScalarStyle() != ScalarStyle.LITERAL;
  }

  private static String oneLine(Node node) {
    setFlow(node);
    return emit(node).stripTrailing();
  }

  private static void setFlow(Node node) {
    if (node instanceof MappingNode mapping) {
      mapping.setFlowStyle(FlowStyle.FLOW);
      mapping.getValue().forEach(entry -> setFlow(entry.getValueNode()));
    } else if (node instanceof SequenceNode sequence) {
      sequence.setFlowStyle(FlowStyle.FLOW);
      sequence.getValue().forEach(YamlWriter::setFlow);
    }
  }

  private static String emit(Node node) {
    DumperOptions options = new DumperOptions();
    options.setIndent(INDENT);
    options.setIndicatorIndent(INDENT);
    options.setIndentWithIndicator(true);
    options.setSplitLines(false);
    options.setLineBreak(DumperOptions.LineBreak.UNIX);
    StringWriter text = new StringWriter();
    Serializer serializer = new Serializer(new Emitter(text, options), RESOLVER, options, null);
    try {
      serializer.open();
      serializer.serialize(node);
      serializer.close();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }
}
