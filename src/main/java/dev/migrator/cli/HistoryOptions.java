package dev.migrator.cli;

import dev.migrator.command.History;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which revisions to show, and whether the database is asked. */
final class HistoryOptions {

  @Option(
      names = {"-r", "--rev-range"},
      paramLabel = "FROM:TO",
      description =
          "The part of the history to show, both ends included; either may be left out. -N: counts"
              + " from the end, :+N from the beginning.")
  private @Nullable String range;

  @Option(
      names = {"-i", "--indicate-current"},
      description = "Mark the revisions that the database is at.")
  private boolean indicateCurrent;

  History.Request request() {
    return new History.Request(Optional.ofNullable(range), indicateCurrent);
  }
}
