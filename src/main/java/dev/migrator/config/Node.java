package dev.migrator.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A part of a YAML document that knows where it stands. */
sealed interface Node {

  /** Where it begins. */
  Location at();

  /** What it is, for a message: {@code a list}. */
  String kind();

  /** A text, number or boolean, as it is written. */
  record Scalar(String text, Location at) implements Node {

    @Override
    public String kind() {
      return "the text '" + text + "'";
    }
  }

  /** A key without a value, or one whose value is {@code null}. */
  record Nothing(Location at) implements Node {

    @Override
    public String kind() {
      return "nothing";
    }
  }

  /** A list. */
  record Items(List<Node> items, Location at) implements Node {

    public Items {
      items = List.copyOf(items);
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  /**
   * Keys with their values, in the order of the file.
   *
   * @param keys where each key stands
   */
  record Mapping(Map<String, Node> values, Map<String, Location> keys, Location at)
      implements Node {

    public Mapping {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
      keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
    }

    @Override
    public String kind() {
      return "a mapping";
    }

    /** This mapping with another laid over it: mappings merge by key, all else is replaced. */
    Mapping overlaidBy(Mapping over) {
      Map<String, Node> merged = new LinkedHashMap<>(values);
      Map<String, Location> places = new LinkedHashMap<>(keys);
      over.values()
          .forEach(
              (key, value) -> {
                merged.merge(key, value, Mapping::overlay);
                places.put(key, over.keys().getOrDefault(key, value.at()));
              });
      return new Mapping(merged, places, at);
    }

    private static Node overlay(Node under, Node over) {
      if (under instanceof Mapping below && over instanceof Mapping above) {
        return below.overlaidBy(above);
      }
      return over instanceof Nothing ? under : over;
    }
  }
}
