package dev.migrator.revision.file;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.Node;

/**
 * How a value stands in a file as a map.
 *
 * @param keys the keys that the map may have
 * @param reader makes the value of a map that has no other keys
 * @param writer adds the value's entries to a map
 */
record Shape<T>(
    List<String> keys, Function<YamlMap, T> reader, BiConsumer<YamlNodes.Entries, T> writer) {

  T read(YamlValue value) {
    YamlMap map = value.map(keys);
    return value.convert(() -> reader.apply(map));
  }

  Node write(T value) {
    return write(YamlNodes.map(), value).node();
  }

  /** The entries with the value's behind them. */
  YamlNodes.Entries write(YamlNodes.Entries entries, T value) {
    writer.accept(entries, value);
    return entries;
  }

  /** The keys of a map that has some others, too. */
  List<String> keysWith(String... others) {
    return Stream.concat(Stream.of(others), keys.stream()).distinct().toList();
  }
}
