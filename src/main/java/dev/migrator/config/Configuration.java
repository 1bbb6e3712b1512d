package dev.migrator.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code migrator.yaml} says for one environment.
 *
 * @param file the file as the user named it
 * @param environment the environment that was chosen
 * @param database the database and how to behave on it
 * @param models where the model is
 * @param migrations where the revisions are
 * @param sources for each dotted key that was given, where: {@code migrator.yaml:2:8} or {@code
 *     --url}
 */
public record Configuration(
    Path file,
    Optional<String> environment,
    DatabaseSettings database,
    ModelSettings models,
    MigrationSettings migrations,
    Map<String, String> sources) {

  public Configuration {
    sources = Map.copyOf(sources);
  }
}
