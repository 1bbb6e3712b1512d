package dev.migrator.cli;

import dev.migrator.command.History;
import dev.migrator.command.Project;
import dev.migrator.command.RevisionInfo;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "history",
    description = "Lists the revisions, newest first.",
    footer = {
      "",
      "Examples:",
      "  migrator history",
      "  migrator history -i -v",
      "  migrator history -r aa79:head",
      "  migrator history -r -3:current"
    })
final class HistoryCommand implements CliCommand {

  @Option(
      names = {"-r", "--rev-range"},
      paramLabel = "FROM:TO",
      description =
          "The part of the history to list, both ends included; either may be left out. -N: counts"
              + " from the end, :+N from the beginning.")
  private @Nullable String range;

  @Option(
      names = {"-i", "--indicate-current"},
      description = "Mark the revisions that the database is at.")
  private boolean indicateCurrent;

  @Override
  public int run(Session session) {
    Project project = session.soundProject();
    Output output = session.output();
    List<RevisionInfo> revisions =
        History.run(project, new History.Request(Optional.ofNullable(range), indicateCurrent));
    if (!output.json(
        revisions.stream().map(revision -> RevisionLines.json(output, revision)).toList())) {
      RevisionLines.print(session, revisions, RevisionLines::step);
    }
    return session.faults(project);
  }
}
