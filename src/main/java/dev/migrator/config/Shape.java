package dev.migrator.config;

import dev.migrator.problem.Nearest;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What may stand at a place of the configuration file. */
sealed interface Shape {

  /** The whole file. */
  static Shape file() {
    Shape database =
        new Keys(
            Map.of(
                "url", new Text(),
                "user", new Text(),
                "password", new Text(),
                "schema", new Text(),
                "ddl_lock_timeout", new Text(),
                "lock_timeout", new Text(),
                "version_table", new Text(),
                "history_table", new Text(),
                "include", new Texts(),
                "exclude", new Texts()));
    Keys naming =
        new Keys(Map.of("tables", new Text(), "columns", new Text(), "explicit", new Text()));
    Shape models =
        new Keys(
            Map.ofEntries(
                Map.entry("classpath", new Texts()),
                Map.entry("packages", new Texts()),
                Map.entry("classes", new Texts()),
                Map.entry("persistence_unit", new Text()),
                Map.entry("mapping_files", new Texts()),
                Map.entry("exclude", new Texts()),
                Map.entry("naming", new TextOrKeys(naming)),
                Map.entry("globally_quoted_identifiers", new Text()),
                Map.entry("nullability", new Texts()),
                Map.entry("strict", new Text())));
    Shape migrations =
        new Keys(
            Map.of(
                "directory", new Texts(),
                "recursive", new Text(),
                "file_name", new Text(),
                "timezone", new Text(),
                "after_write", new Texts()));
    Shape environment =
        new Keys(Map.of("database", database, "models", models, "migrations", migrations));
    return new Keys(
        Map.of(
            "database", database,
            "models", models,
            "migrations", migrations,
            "environments", new Named(environment)));
  }

  /**
   * Refuses what does not have this shape.
   *
   * @param name the key that the node is the value of; dotted
   */
  void check(Node node, String name);

  /** One text. */
  record Text() implements Shape {

    @Override
    public void check(Node node, String name) {
      refuseUnless(node instanceof Node.Scalar, node, name, () -> "one value");
    }
  }

  /** One text that stands for several keys, or the keys. */
  record TextOrKeys(Keys keys) implements Shape {

    @Override
    public void check(Node node, String name) {
      if (node instanceof Node.Mapping) {
        keys.check(node, name);
      } else {
        new Text().check(node, name);
      }
    }
  }

  /** A list of texts, or one text alone. */
  record Texts() implements Shape {

    @Override
    public void check(Node node, String name) {
      if (node instanceof Node.Items list) {
        list.items().forEach(item -> new Text().check(item, "an item of " + name));
      } else {
        refuseUnless(node instanceof Node.Scalar, node, name, () -> "a list");
      }
    }
  }

  /** A mapping of known keys, or nothing at all. */
  record Keys(Map<String, Shape> shapes) implements Shape {

    @Override
    public void check(Node node, String name) {
      if (node instanceof Node.Nothing) {
        return;
      }
      refuseUnless(
          node instanceof Node.Mapping,
          node,
          name,
          () -> "keys (" + String.join(", ", new TreeSet<>(shapes.keySet())) + ")");
      Node.Mapping mapping = (Node.Mapping) node;
      mapping.values().forEach((key, value) -> shape(mapping, key).check(value, join(name, key)));
    }

    private Shape shape(Node.Mapping mapping, String key) {
      return Optional.ofNullable(shapes.get(key))
          .orElseThrow(() -> new ConfigurationException(place(mapping, key), unknown(key)));
    }

    private String unknown(String key) {
      return "unknown key '%s'. %s"
          .formatted(
              key,
              Nearest.to(key, shapes.keySet())
                  .map(nearest -> "Did you mean '%s'?".formatted(nearest))
                  .orElseGet(
                      () ->
                          shapes.keySet().stream()
                              .sorted()
                              .collect(Collectors.joining(", ", "Known here: ", "."))));
    }

    private static Location place(Node.Mapping mapping, String key) {
      return Optional.ofNullable(mapping.keys().get(key)).orElse(mapping.at());
    }
  }

  /** A mapping of names that the user chooses. */
  record Named(Shape shape) implements Shape {

    @Override
    public void check(Node node, String name) {
      if (node instanceof Node.Nothing) {
        return;
      }
      refuseUnless(node instanceof Node.Mapping, node, name, () -> "names with their settings");
      ((Node.Mapping) node).values().forEach((key, value) -> shape.check(value, join(name, key)));
    }
  }

  private static String join(String name, String key) {
    return name.isEmpty() ? key : name + "." + key;
  }

  private static void refuseUnless(
      boolean right, Node node, String name, Supplier<String> expected) {
    if (!right) {
      throw new ConfigurationException(
          node.at(), "%s takes %s, found %s".formatted(name, expected.get(), node.kind()));
    }
  }
}
