package dev.migrator.cli;

/** A command: picocli has filled in its options and parameters. */
interface CliCommand {

  /**
   * Calls one use case and prints its result.
   *
   * @return the exit code
   */
  int run(Session session);
}
