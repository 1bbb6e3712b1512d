package dev.migrator.cli;

import dev.migrator.command.ProjectOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command takes, before or behind its name. */
final class GlobalOptions {

  @Option(
      names = {"-c", "--config"},
      paramLabel = "FILE",
      scope = ScopeType.INHERIT,
      description = "The configuration file (default: migrator.yaml).")
  private String configuration = "migrator.yaml";

  @Option(
      names = {"-n", "--name"},
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description = "The environment to use, one of those in the configuration file.")
  private @Nullable String environment;

  @Option(
      names = "-x",
      paramLabel = "KEY=VALUE",
      scope = ScopeType.INHERIT,
      description = "An argument for statements that name it as :KEY. Repeatable.")
  private Map<String, String> arguments = new LinkedHashMap<>();

  @Option(
      names = "--url",
      paramLabel = "URL",
      scope = ScopeType.INHERIT,
      description = "The database, in place of the configured one.")
  private @Nullable String url;

  @Option(
      names = {"-q", "--quiet"},
      scope = ScopeType.INHERIT,
      description = "Print results and errors only.")
  boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description = "Print more.")
  boolean verbose;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      scope = ScopeType.INHERIT,
      description = "Colours: auto, always or never (default: auto, which honours NO_COLOR).")
  ColorMode color = ColorMode.auto;

  @Option(
      names = "--output",
      paramLabel = "FORM",
      scope = ScopeType.INHERIT,
      description = "The form of results: text or json (default: text).")
  OutputFormat output = OutputFormat.text;

  @Option(
      names = "--stacktrace",
      scope = ScopeType.INHERIT,
      description = "Print the stack trace of an error.")
  boolean stackTrace;

  /** The configuration file, against the working directory. */
  Path configuration(Path directory) {
    return directory.resolve(configuration).normalize();
  }

  /** The project that the options name. */
  ProjectOptions project(CliEnvironment cli, Optional<Duration> lockTimeout, Optional<String> tag) {
    Map<String, String> given = new LinkedHashMap<>(arguments);
    tag.ifPresent(text -> given.put("tag", text));
    return new ProjectOptions(
        configuration(cli.directory()),
        Optional.ofNullable(environment),
        Optional.ofNullable(url),
        given,
        cli.variables(),
        lockTimeout,
        Optional.empty());
  }

  /** When to colour. */
  enum ColorMode {
    auto,
    always,
    never
  }

  /** The form of results. */
  enum OutputFormat {
    text,
    json
  }
}
