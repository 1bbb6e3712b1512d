package dev.migrator.cli;

import dev.migrator.command.Upgrade;
import dev.migrator.revision.Direction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "upgrade",
    description = "Applies revisions, each in its own transaction.",
    footer = {
      "",
      "Examples:",
      "  migrator upgrade head",
      "  migrator upgrade +1",
      "  migrator upgrade head --sql > upgrade.sql",
      "  migrator upgrade head --plan"
    })
final class UpgradeCommand implements CliCommand {

  @Parameters(
      paramLabel = "TARGET",
      description = "head, heads, an id or its beginning, +N; with --sql or --plan also FROM:TO.")
  private String target = "";

  @Mixin private MoveOptions options = new MoveOptions();

  @Override
  public int run(Session session) {
    return options.run(
        session,
        Direction.UPGRADE,
        target,
        (project, progress) -> Upgrade.run(project, new Upgrade.Request(target), progress));
  }
}
