package dev.migrator.config;

import dev.migrator.problem.ProblemException;

/** Something is wrong with the configuration. */
public final class ConfigurationException extends ProblemException {

  private static final long serialVersionUID = 1L;

  public ConfigurationException(String message) {
    super(message);
  }

  public ConfigurationException(String message, Throwable cause) {
    super(message, cause);
  }

  ConfigurationException(Location at, String problem) {
    super(at + ": " + problem);
  }

  ConfigurationException(Location at, String problem, Throwable cause) {
    super(at + ": " + problem, cause);
  }
}
