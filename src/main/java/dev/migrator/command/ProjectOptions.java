package dev.migrator.command;

import dev.migrator.execute.ConnectionSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Which project, and which of its databases.
 *
 * @param configuration the configuration file
 * @param environment the environment to choose in it
 * @param url a database in place of the configured one
 * @param arguments what {@code :name} stands for in statements that declare it
 * @param variables what <code>${NAME}</code> stands for in the configuration
 * @param lockTimeout how long to wait while another migration runs, in place of the configured time
 * @param connections the program's own connections, in place of those that a URL opens
 */
public record ProjectOptions(
    Path configuration,
    Optional<String> environment,
    Optional<String> url,
    Map<String, String> arguments,
    Map<String, String> variables,
    Optional<Duration> lockTimeout,
    Optional<ConnectionSource> connections) {

  public ProjectOptions {
    arguments = Map.copyOf(arguments);
    variables = Map.copyOf(variables);
  }

  /** The configured database of a file, with what the file says. */
  public static ProjectOptions of(Path configuration, Map<String, String> variables) {
    return new ProjectOptions(
        configuration,
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        variables,
        Optional.empty(),
        Optional.empty());
  }

  /** The same project with a database in place of the configured one. */
  public ProjectOptions withUrl(String other) {
    return new ProjectOptions(
        configuration,
        environment,
        Optional.of(other),
        arguments,
        variables,
        lockTimeout,
        Optional.empty());
  }

  /** The same project on a database that the program is connected to. */
  public ProjectOptions withConnections(ConnectionSource own) {
    return new ProjectOptions(
        configuration, environment, url, arguments, variables, lockTimeout, Optional.of(own));
  }

  /** The same project in one of its environments. */
  public ProjectOptions withEnvironment(String name) {
    return new ProjectOptions(
        configuration, Optional.of(name), url, arguments, variables, lockTimeout, connections);
  }

  /** The same project with other variables for its configuration. */
  public ProjectOptions withVariables(Map<String, String> others) {
    return new ProjectOptions(
        configuration, environment, url, arguments, others, lockTimeout, connections);
  }

  /** The same project with other arguments for its statements. */
  public ProjectOptions withArguments(Map<String, String> others) {
    return new ProjectOptions(
        configuration, environment, url, others, variables, lockTimeout, connections);
  }

  /** The same project with another time to wait while another migration runs. */
  public ProjectOptions withLockTimeout(Duration other) {
    return new ProjectOptions(
        configuration, environment, url, arguments, variables, Optional.of(other), connections);
  }
}
