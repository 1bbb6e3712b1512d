package dev.migrator.entity.orm;

import dev.migrator.entity.classpath.Resource;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads the settings in a file of YAML: each text in it, called by the keys that lead to it, with
 * dots between.
 */
final class SettingYaml {

  /** More than settings are nested; an alias may lead into itself. */
  private static final int DEEPEST = 50;

  private final Resource file;
  private final List<Setting> found = new ArrayList<>();

  private SettingYaml(Resource file) {
    this.file = file;
  }

  /**
   * The settings of each document in a file.
   *
   * @throws MappingFileException if the file is malformed
   */
  static List<List<Setting>> documents(Resource file) {
    List<List<Setting>> documents = new ArrayList<>();
    try {
      Yaml yaml = new Yaml(new LoaderOptions());
      for (Node root : yaml.composeAll(new StringReader(SettingFiles.text(file)))) {
        SettingYaml document = new SettingYaml(file);
        document.add(root, "", 0);
        documents.add(document.found);
      }
    } catch (MarkedYAMLException malformed) {
      throw new MappingFileException(
          location(file, malformed.getProblemMark()),
          "the file is not well-formed YAML: " + malformed.getProblem() + ".",
          malformed);
    } catch (YAMLException malformed) {
      throw new MappingFileException(
          file.location(),
          "the file is not well-formed YAML: " + malformed.getMessage() + ".",
          malformed);
    }
    return documents;
  }

  private void add(Node node, String path, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    if (node instanceof MappingNode map) {
      map.getValue().forEach(entry -> add(entry, path, depth + 1));
    } else if (node instanceof SequenceNode list) {
      int index = 0;
      for (Node element : list.getValue()) {
        add(element, "%s[%d]".formatted(path, index++), depth + 1);
      }
    } else if (node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
      found.add(new Setting(path, scalar.getValue(), location(file, node.getStartMark())));
    }
  }

  private void add(NodeTuple entry, String path, int depth) {
    if (entry.getKeyNode() instanceof ScalarNode key) {
      boolean merged = key.getTag().equals(Tag.MERGE);
      add(entry.getValueNode(), merged ? path : below(path, key.getValue()), depth);
    }
  }

  /** A key in brackets is taken as it is. */
  private static String below(String path, String key) {
    boolean isBracketed = key.startsWith("[") && key.endsWith("]");
    String name = isBracketed ? key.substring(1, key.length() - 1) : key;
    return path.isEmpty() ? name : path + "." + name;
  }

  private static String location(Resource file, Mark mark) {
    return mark == null ? file.location() : file.location() + ":" + (mark.getLine() + 1);
  }
}
