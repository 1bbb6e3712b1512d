package dev.migrator.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a command line runs.
 *
 * @param out takes results
 * @param err takes progress and errors
 * @param terminal whether the output is a terminal that shows colours
 * @param variables the environment variables
 * @param directory the working directory, absolute
 */
public record CliEnvironment(
    PrintStream out,
    PrintStream err,
    boolean terminal,
    Map<String, String> variables,
    Path directory) {

  /** For a program that reads the output: no terminal. */
  public CliEnvironment(
      PrintStream out, PrintStream err, Map<String, String> variables, Path directory) {
    this(out, err, false, variables, directory);
  }
}
