package dev.migrator.cli;

import dev.migrator.command.Downgrade;
import dev.migrator.revision.Direction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "downgrade",
    description = "Undoes revisions, newest first, each in its own transaction.",
    footer = {
      "",
      "Examples:",
      "  migrator downgrade -1",
      "  migrator downgrade base",
      "  migrator downgrade aa79 --sql > downgrade.sql",
      "  migrator downgrade -1 --plan"
    })
final class DowngradeCommand implements CliCommand {

  @Parameters(
      paramLabel = "TARGET",
      description = "base, -N, an id or its beginning; with --sql or --plan also FROM:TO.")
  private String target = "";

  @Mixin private MoveOptions options = new MoveOptions();

  @Override
  public int run(Session session) {
    return options.run(
        session,
        Direction.DOWNGRADE,
        target,
        (project, progress) -> Downgrade.run(project, new Downgrade.Request(target), progress));
  }
}
