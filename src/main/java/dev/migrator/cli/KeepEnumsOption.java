package dev.migrator.cli;

import picocli.CommandLine.Option;

/** What becomes of enumerations that the models use no more. */
final class KeepEnumsOption {

  @Option(
      names = "--keep-unused-enums",
      description = "Leave an enum as it is that the models use no more.")
  private boolean keep;

  boolean keep() {
    return keep;
  }
}
