package dev.migrator.config;

/**
 * A text of the configuration that only others can read.
 *
 * @param text the text
 * @param place where it stands: {@code migrator.yaml:3:8}
 */
public record Placed(String text, String place) {

  /** What to throw where it cannot be read. */
  public ConfigurationException problem(String problem) {
    return new ConfigurationException(place + ": " + problem);
  }
}
