package dev.migrator.cli;

import java.io.BufferedReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where a command line runs.
 *
 * @param out takes results
 * @param err takes progress and errors
 * @param outTerminal whether results go to a terminal that shows colours
 * @param errTerminal whether progress and errors go to one
 * @param person takes what a person types who can be asked; empty where no one is there
 * @param variables the environment variables
 * @param directory the working directory, absolute
 */
public record CliEnvironment(
    PrintStream out,
    PrintStream err,
    boolean outTerminal,
    boolean errTerminal,
    Optional<BufferedReader> person,
    Map<String, String> variables,
    Path directory) {

  /** For a program that reads the output: no terminal, and no one to ask. */
  public CliEnvironment(
      PrintStream out, PrintStream err, Map<String, String> variables, Path directory) {
    this(out, err, false, false, Optional.empty(), variables, directory);
  }
}
