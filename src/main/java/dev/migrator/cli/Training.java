package dev.migrator.cli;

import dev.migrator.command.Preparation;

/**
 * The command line's entry for the launcher, which learns from such a run what classes to archive:
 * those that a database needs that is not there belong to them, too.
 */
public final class Training {

  private Training() {}

  /** Loads what all databases need, then runs one command and ends the process. */
  public static void main(String[] arguments) {
    Preparation.run();
    Main.main(arguments);
  }
}
