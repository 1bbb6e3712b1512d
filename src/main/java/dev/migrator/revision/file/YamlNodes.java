package dev.migrator.revision.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/** Makes the nodes of a YAML file that is written. */
final class YamlNodes {

  private static final Resolver YAML_1_1 = new Resolver();

  /** Stands bare everywhere: no indicator, no colon or hash that could end it. */
  private static final Pattern BARE =
      Pattern.compile("[\\p{L}\\p{Nd}_/(.$+-][\\p{L}\\p{Nd} _/().$+*<>=!%^;~'@-]*");

  /** Read as a number, a date or a time by YAML 1.1 or 1.2, or by some parser of either. */
  private static final Pattern NUMBER_LIKE =
      Pattern.compile(
          "[-+.]?[0-9][0-9_.:eE+\\-TtZz ]*|[-+]?0[xXoObB][0-9a-fA-F_]*|[-+]?\\.(?i:inf|nan)");

  /** Booleans and nulls of YAML 1.1, of which its implementations know some or all. */
  private static final Set<String> WORDS =
      Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

  /** No control character and no line end that YAML would fold. */
  private static final Pattern ONE_LINE =
      Pattern.compile("[^\\x00-\\x1F\\x7F-\\x9F\\u2028\\u2029\\uFEFF]*");

  private YamlNodes() {}

  /** A text, quoted where it would be misread, over several lines where it has some. */
  static ScalarNode text(String text) {
    return new ScalarNode(Tag.STR, text, null, null, style(text));
  }

  /** A word that is no text: a number, {@code true}, {@code null}, a time. */
  static ScalarNode word(String word) {
    return new ScalarNode(
        YAML_1_1.resolve(NodeId.scalar, word, true), word, null, null, ScalarStyle.PLAIN);
  }

  static ScalarNode nothing() {
    return word("null");
  }

  static SequenceNode list(List<? extends Node> elements) {
    return new SequenceNode(Tag.SEQ, List.copyOf(elements), FlowStyle.BLOCK);
  }

  static SequenceNode texts(List<String> texts) {
    return list(texts.stream().map(YamlNodes::text).toList());
  }

  static Entries map() {
    return new Entries();
  }

  private static ScalarStyle style(String text) {
    if (isBare(text)) {
      return ScalarStyle.PLAIN;
    }
    if (text.indexOf('\n') >= 0) {
      return isLiteral(text) ? ScalarStyle.LITERAL : ScalarStyle.DOUBLE_QUOTED;
    }
    boolean needsEscapes = text.indexOf('"') >= 0 || text.indexOf('\\') >= 0;
    return needsEscapes && text.indexOf('\'') < 0 && ONE_LINE.matcher(text).matches()
        ? ScalarStyle.SINGLE_QUOTED
        : ScalarStyle.DOUBLE_QUOTED;
  }

  static boolean isBare(String text) {
    return BARE.matcher(text).matches()
        && !text.endsWith(" ")
        && !text.startsWith("- ")
        && !text.startsWith("---")
        && !text.startsWith("...")
        && !text.equals("-")
        && !WORDS.contains(text.toLowerCase(Locale.ROOT))
        && !NUMBER_LIKE.matcher(text).matches()
        && YAML_1_1.resolve(NodeId.scalar, text, true).equals(Tag.STR);
  }

  /** A block keeps its lines as they are, but not white space at its beginning or a line's end. */
  private static boolean isLiteral(String text) {
    return text.equals(text.stripLeading())
        && !text.contains(" \n")
        && !text.endsWith(" ")
        && ONE_LINE.matcher(text.replace("\n", "")).matches();
  }

  /** The entries of a map, in the order in which they are added. */
  static final class Entries {

    private final List<NodeTuple> entries = new ArrayList<>();

    Entries put(String key, Node value) {
      entries.add(new NodeTuple(text(key), value));
      return this;
    }

    Entries put(String key, String value) {
      return put(key, text(value));
    }

    Entries put(String key, List<String> values) {
      return put(key, texts(values));
    }

    <T> Entries putIfPresent(String key, Optional<T> value, Function<T, Node> node) {
      value.ifPresent(present -> put(key, node.apply(present)));
      return this;
    }

    Entries putIfPresent(String key, Optional<String> value) {
      return putIfPresent(key, value, YamlNodes::text);
    }

    /** A list, unless it is empty. */
    <T> Entries putIfAny(String key, List<T> values, Function<T, Node> node) {
      return values.isEmpty() ? this : put(key, list(values.stream().map(node).toList()));
    }

    /** {@code key: true}, or nothing. */
    Entries putIf(String key, boolean value) {
      return value ? put(key, word("true")) : this;
    }

    MappingNode node() {
      return new MappingNode(Tag.MAP, List.copyOf(entries), FlowStyle.BLOCK);
    }
  }
}
